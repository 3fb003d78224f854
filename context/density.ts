/** Which of the candidates are shown: each note once, in its best place, and not more than the text can carry. */
import type { Run } from './anchor';
import type { Candidate } from './matcher';

export interface Found extends Candidate {
  sentence: number;
}

/** A note that is shown, and the words it hangs on. */
export interface Placed extends Found {
  anchor: Run;
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

const meet = (one: Run, other: Run): boolean => one.from < other.to && other.from < one.to;

/**
 * Chooses among all candidates of an article.
 * @param words the article's length
 * @param anchorOf asked only for what may stand: finding an anchor costs more than all the rest of matching
 * @returns the chosen, in reading order; no two on the same words
 */
export function chooseBest(candidates: readonly Found[], words: number, anchorOf: (found: Found) => Run): Placed[] {
  const first = Math.min(words, DENSE.words) / DENSE.each;
  const most = Math.max(ALWAYS, Math.floor(first + Math.max(0, words - DENSE.words) / EACH_AFTER));
  const chosen: Placed[] = [];
  const shown = new Set<number>();
  for (const candidate of [...candidates].sort((a, b) => b.probability - a.probability || a.sentence - b.sentence)) {
    if (chosen.length >= most) break;
    if (shown.has(candidate.note)) continue;
    const beside = chosen.filter(({ sentence }) => sentence === candidate.sentence);
    if (beside.length >= IN_A_SENTENCE) continue;
    const anchor = anchorOf(candidate);
    if (beside.some((other) => meet(other.anchor, anchor))) continue;
    chosen.push({ ...candidate, anchor });
    shown.add(candidate.note);
  }
  return chosen.sort((a, b) => a.sentence - b.sentence || a.anchor.from - b.anchor.from);
}
