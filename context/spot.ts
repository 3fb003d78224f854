/**
 * The first, cheap look, on every page: do both countries and science stand in its text often enough to ask the
 * background? It may say yes too often, hardly ever no. No imports: this runs everywhere.
 */

/** Sources of regular expressions, made from the pack's lexicon when it is compiled. */
export interface SpotterTerms {
  china: string;
  usa: string;
  science: string;
}

/** Times that each kind of word must stand in the text. */
const LEAST = { china: 3, usa: 1, science: 4 } as const;

/** @param text visible text of the page, bounded by the caller */
export function spot(text: string, terms: SpotterTerms): boolean {
  const often = (kind: keyof typeof LEAST): boolean => {
    const words = new RegExp(terms[kind], 'g');
    for (let count = 0; words.exec(text); ) if (++count >= LEAST[kind]) return true;
    return false;
  };
  return often('china') && often('usa') && often('science');
}
