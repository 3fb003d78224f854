/**
 * Text → concepts. A concept (`leaving`, `most-cited`, `india`) is what many words say alike; notes share concepts, so
 * that one new form helps them all.
 */
import * as z from 'zod/mini';
import { GAP, type PhraseHit, PhraseIndex, phraseTable } from './phrases';
import { type Token, tokenise } from './tokens';

export type ConceptHit = PhraseHit<string>;

export const LexiconTable = z.object({
  /** Concept ids, parted by spaces. */
  concepts: z.string(),
  /** Their forms as a table of phrases; an entry is the concept's place in base 36, and the form's other keys. */
  forms: z.string(),
});
export type LexiconTable = z.infer<typeof LexiconTable>;

/** Words of a phrase as written, gaps kept: “push … out” → push, …, out. */
function withGaps(phrase: string, of: (token: Token) => string): string[] {
  return phrase.split(GAP).flatMap((part, index) => [...(index > 0 ? [GAP] : []), ...tokenise(part).map(of)]);
}

/** The keys of a form as the lexicon writes it. */
export const formKeys = (form: string): string[] => withGaps(form, ({ key }) => key);

/** The words of a name: names aren't stemmed. */
export const nameWords = (name: string): string[] => withGaps(name, ({ word }) => word);

/** @param concepts by id, each with its forms as rows of keys (as `formKeys` gives them) */
export function lexiconTable(concepts: Readonly<Record<string, readonly (readonly string[])[]>>): LexiconTable {
  const entries = Object.values(concepts).flatMap((forms, place) =>
    forms.flatMap(([first, ...rest]) => (first ? [{ first, entry: [place.toString(36), ...rest].join(' ') }] : [])),
  );
  return { concepts: Object.keys(concepts).join(' '), forms: phraseTable(entries) };
}

export class Lexicon {
  #phrases: PhraseIndex<string>;

  constructor({ concepts, forms }: LexiconTable) {
    const ids = concepts.split(' ');
    this.#phrases = new PhraseIndex(forms, (entry, first) => {
      const [place = '', ...rest] = entry.split(' ');
      return { keys: [first, ...rest], value: ids[Number.parseInt(place, 36)] ?? '' };
    });
  }

  find(keys: readonly string[]): ConceptHit[] {
    return this.#phrases.find(keys);
  }
}
