/** Which of the candidates are shown: each note once, in its best place, and not more than the text can carry. */
import type { Candidate } from './matcher';

export interface Placed extends Candidate {
  sentence: number;
}

/**
 * One note for so many words at most, over the first so many words and after them. A short news text carries more: the
 * article that Sidelight started from has one in 31 and reads well; a long one would tire.
 */
const DENSE = { words: 360, each: 30 } as const;
const EACH_AFTER = 60;
/** However short the article, this many may stand. */
const ALWAYS = 3;
/** A sentence that makes two claims carries two notes; more would bury it. */
const IN_A_SENTENCE = 2;

/**
 * Chooses among all candidates of an article.
 * @param words the article's length
 * @returns the chosen, in reading order
 */
export function chooseBest(candidates: readonly Placed[], words: number): Placed[] {
  const first = Math.min(words, DENSE.words) / DENSE.each;
  const most = Math.max(ALWAYS, Math.floor(first + Math.max(0, words - DENSE.words) / EACH_AFTER));
  const chosen: Placed[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.probability - a.probability || a.sentence - b.sentence)) {
    if (chosen.length >= most) break;
    if (chosen.some(({ note }) => note === candidate.note)) continue;
    if (chosen.filter(({ sentence }) => sentence === candidate.sentence).length >= IN_A_SENTENCE) continue;
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.sentence - b.sentence || a.anchor.from - b.anchor.from);
}
