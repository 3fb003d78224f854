/**
 * Text → concepts. A concept (`leaving`, `most-cited`, `india`) is what many words say alike; notes share concepts, so
 * that one new form helps them all.
 */
import { GAP, type PhraseHit, PhraseIndex } from './phrases';
import { tokenise } from './tokens';

export type ConceptHit = PhraseHit<string>;

/** The keys of a form as the lexicon writes it, gaps kept: "push … out" → push, …, out. */
export function formKeys(form: string): string[] {
  return form
    .split(GAP)
    .flatMap((part, index) => [...(index > 0 ? [GAP] : []), ...tokenise(part).map(({ key }) => key)]);
}

export class Lexicon {
  #phrases = new PhraseIndex<string>();

  /** Takes concepts by id, each with its forms as rows of keys joined by spaces (as `formKeys` gives them). */
  constructor(concepts: Readonly<Record<string, readonly string[]>>) {
    for (const [id, forms] of Object.entries(concepts)) {
      for (const form of forms) this.#phrases.add(form.split(' '), id);
    }
  }

  find(keys: readonly string[]): ConceptHit[] {
    return this.#phrases.find(keys);
  }
}
