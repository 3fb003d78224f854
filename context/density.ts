/** Which of the candidates are shown: each note once, in its best place, and not more than the text can carry. */
import type { Candidate } from './matcher';

export interface Placed extends Candidate {
  sentence: number;
}

/** One note for so many words of the article, at most. The article that Sidelight started from carries one in 36. */
const WORDS_A_NOTE = 30;
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
  const most = Math.max(ALWAYS, Math.floor(words / WORDS_A_NOTE));
  const chosen: Placed[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.probability - a.probability || a.sentence - b.sentence)) {
    if (chosen.length >= most) break;
    if (chosen.some(({ note }) => note === candidate.note)) continue;
    if (chosen.filter(({ sentence }) => sentence === candidate.sentence).length >= IN_A_SENTENCE) continue;
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.sentence - b.sentence || a.anchor.from - b.anchor.from);
}
