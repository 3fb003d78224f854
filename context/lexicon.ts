/**
 * Text → concepts. A concept (`leaving`, `most-cited`, `india`) is what many words say alike; notes share concepts, so
 * that one new form helps them all.
 */
import { GAP, type PhraseHit, PhraseIndex } from './phrases';
import { type Token, tokenise } from './tokens';

export type ConceptHit = PhraseHit<string>;

function withGaps(phrase: string, of: (token: Token) => string): string[] {
  return phrase.split(GAP).flatMap((part, index) => [...(index > 0 ? [GAP] : []), ...tokenise(part).map(of)]);
}

/** The keys of a form as the lexicon writes it, gaps kept: "push … out" → push, …, out. */
export const formKeys = (form: string): string[] => withGaps(form, ({ key }) => key);

/** The words of a name, gaps kept: names aren't stemmed. */
export const nameWords = (name: string): string[] => withGaps(name, ({ word }) => word);

export class Lexicon {
  #phrases = new PhraseIndex<string>();

  /** Takes concepts by id, each with its forms: a line each, the keys (as `formKeys` gives them) joined by spaces. */
  constructor(concepts: Readonly<Record<string, string>>) {
    for (const [id, forms] of Object.entries(concepts)) {
      for (const form of forms.split('\n')) this.#phrases.add(form.split(' '), id);
    }
  }

  find(keys: readonly string[]): ConceptHit[] {
    return this.#phrases.find(keys);
  }
}
