/**
 * What a note's claim is made of. Its signature says which concepts or cards must be there (in the sentence or, where it
 * says so, nearby), which should, and which silence it.
 */
import * as z from 'zod/mini';
import type { Reading } from './reading';

export const Signature = z.object({
  /** Each group must be met by one of its ids: a concept, a card, or `near:` one that may stand anywhere before. */
  all: z.array(z.array(z.string())),
  /** Groups of the same kind that such a sentence nearly always meets; one unmet makes the note less likely. */
  likely: z.array(z.array(z.string())),
  none: z.array(z.string()),
  /** Concepts of other countries that the note itself is about. */
  abroad: z.array(z.string()),
  /** Whether the claim is told with a negation. */
  negative: z.boolean(),
});
export type Signature = z.infer<typeof Signature>;

/** What is known around a sentence when its notes are judged. */
export interface Surroundings {
  /** Cards mentioned in the sentence, short forms resolved. */
  cards: ReadonlySet<string>;
  /** Cards mentioned anywhere before. */
  established: ReadonlySet<string>;
  /** Concepts met anywhere before, the title's first. */
  met: ReadonlySet<string>;
}

/** What an article on the subject has always established: around a lone sentence it is taken for granted. */
export const ON_SUBJECT: ReadonlySet<string> = new Set(['china', 'usa']);

/** Concepts that stand for other countries than the two. */
export const FOREIGN: ReadonlySet<string> = new Set(
  'hong-kong taiwan india russia britain europe germany france japan korea australia canada saudi iran brazil netherlands italy spain switzerland israel turkey singapore vietnam ukraine africa latin-america south-asia southeast-asia nordic poland'.split(
    ' ',
  ),
);

/** Leads an id that the article may also have met before the sentence. */
export const NEAR = 'near:';

function meets(id: string, reading: Reading, around: Surroundings): boolean {
  if (id.startsWith(NEAR)) {
    const wanted = id.slice(NEAR.length);
    return meets(wanted, reading, around) || around.met.has(wanted) || around.established.has(wanted);
  }
  return reading.concepts.has(id) || around.cards.has(id);
}

/** Whether the sentence names a country that is neither of the two nor the note's own. */
function namesAnother(signature: Signature, { concepts }: Reading): boolean {
  for (const id of concepts) if (FOREIGN.has(id) && !signature.abroad.includes(id)) return true;
  return false;
}

const meetsOne = (group: readonly string[], reading: Reading, around: Surroundings): boolean =>
  group.some((id) => meets(id, reading, around));

/** How many of the likely groups a sentence leaves unmet; naming another country, but not the US, counts as one. */
export function unmetOf(signature: Signature, reading: Reading, around: Surroundings): number {
  const elsewhere = !reading.concepts.has('usa') && namesAnother(signature, reading) ? 1 : 0;
  return elsewhere + signature.likely.filter((group) => !meetsOne(group, reading, around)).length;
}
