/** Which of the candidates are shown: each note once, in its best place, and not more than the text can carry. */
import type { Candidate } from './matcher';
import type { Run } from './runs';

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
const meet = (one: Run, other: Run): boolean => one.from < other.to && other.from < one.to;
const sizeOf = ({ from, to }: Run): number => to - from;

/** Finds the words for a note: any of its run's, or of those that aren't taken; none where the free ones hardly tell it. */
type AnchorOf = (found: Found, taken?: Run) => Run | undefined;

/** Anchors for a candidate and for a note that already stands in its sentence: the one with more words to choose from gives way. */
function apart(candidate: Found, other: Placed, anchorOf: AnchorOf): { own: Run; other: Run } | undefined {
  const own = anchorOf(candidate);
  if (!own || !meet(own, other.anchor)) return own && { own, other: other.anchor };
  if (sizeOf(candidate.run) < sizeOf(other.run)) {
    const moved = anchorOf(other, own);
    return moved && { own, other: moved };
  }
  const moved = anchorOf(candidate, other.anchor);
  return moved && { own: moved, other: other.anchor };
}

/**
 * Chooses among all candidates of an article.
 * @param words the article's length
 * @param anchorOf asked only for what may stand: finding an anchor costs more than all the rest of matching
 * @returns the chosen, in reading order; no two on the same words
 */
export function chooseBest(candidates: readonly Found[], words: number, anchorOf: AnchorOf): Placed[] {
  const first = Math.min(words, DENSE.words) / DENSE.each;
  const most = Math.max(ALWAYS, Math.floor(first + Math.max(0, words - DENSE.words) / EACH_AFTER));
  const chosen: Placed[] = [];
  const shown = new Set<number>();
  for (const candidate of [...candidates].sort((a, b) => b.probability - a.probability || a.sentence - b.sentence)) {
    if (chosen.length >= most) break;
    if (shown.has(candidate.note)) continue;
    const [beside, ...more] = chosen.filter(({ sentence }) => sentence === candidate.sentence);
    // A sentence that makes two claims carries two notes; more would bury it.
    if (more.length > 0) continue;
    const anchors = beside ? apart(candidate, beside, anchorOf) : { own: anchorOf(candidate), other: undefined };
    if (!anchors?.own) continue;
    if (beside && anchors.other) beside.anchor = anchors.other;
    chosen.push({ ...candidate, anchor: anchors.own });
    shown.add(candidate.note);
  }
  return chosen.sort((a, b) => a.sentence - b.sentence || a.anchor.from - b.anchor.from);
}
