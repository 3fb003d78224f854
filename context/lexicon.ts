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
  /** Their forms as a table of phrases; an entry is the places of its concepts in base 36, and the form's other keys. */
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
  const places = new Map<string, string[]>();
  Object.values(concepts).forEach((forms, place) => {
    for (const form of new Set(forms.map((keys) => keys.join(' ')))) {
      const its = places.get(form);
      if (its) its.push(place.toString(36));
      else places.set(form, [place.toString(36)]);
    }
  });
  const entries = [...places].flatMap(([form, its]) => {
    const [first, ...rest] = form.split(' ');
    return first ? [{ first, entry: [its.join(), ...rest].join(' ') }] : [];
  });
  return { concepts: Object.keys(concepts).join(' '), forms: phraseTable(entries) };
}

export class Lexicon {
  #phrases: PhraseIndex<readonly string[]>;

  constructor({ concepts, forms }: LexiconTable) {
    const ids = concepts.split(' ');
    this.#phrases = new PhraseIndex(forms, (entry, first) => {
      const [places = '', ...rest] = entry.split(' ');
      const its = places.split(',').map((place) => ids[Number.parseInt(place, 36)] ?? '');
      return { keys: [first, ...rest], value: its };
    });
  }

  find(keys: readonly string[]): ConceptHit[] {
    return this.#phrases.find(keys).flatMap(({ value, from, to }) => value.map((id) => ({ value: id, from, to })));
  }
}
