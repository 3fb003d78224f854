/**
 * The first, cheap look, on every page: do both countries and science stand in its text often enough to ask the
 * background? It may say yes too often, hardly ever no. No imports: this runs everywhere.
 */

/** Sources of regular expressions, made from the pack's `spotter.yaml` when it is compiled. */
export interface SpotterTerms {
  china: string;
  usa: string;
  science: string;
}

/** Times that words of all kinds must stand in the text together, each kind at least once. A tiny brief has no more. */
const LEAST = 7;

/** @param text visible text of the page, bounded by the caller */
export function spot(text: string, terms: SpotterTerms): boolean {
  let total = 0;
  for (const source of [terms.china, terms.usa, terms.science]) {
    const words = new RegExp(source, 'g');
    let count = 0;
    while (count < LEAST && words.exec(text)) count++;
    if (count === 0) return false;
    total += count;
  }
  return total >= LEAST;
}
