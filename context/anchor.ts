/**
 * Which words the footnote hangs on: the run of tokens that speaks most for the note. Each token is worth what its
 * features gave to the note's score, less a constant price; the run with the greatest sum wins (Bentley, 1984), within
 * one clause, without loose words at its edges.
 */
import type { Feature } from './features';
import type { Reading } from './reading';

export interface Run {
  from: number;
  to: number;
}

/** Longest anchor in tokens; readers' own marks have a median of six words. */
const MAX_TOKENS = 10;
const EDGE = new Set(
  'a an the of to in on at by for with from and or but as is are was were that its their his her has have had be been'.split(
    ' ',
  ),
);

/** What each token gave to the score: a feature's part is spread evenly over its tokens. */
export function tokenWorth(
  reading: Reading,
  features: readonly Feature[],
  part: (name: string) => number,
): Float64Array {
  const worth = new Float64Array(reading.tokens.length);
  for (const { name, from, to } of features) {
    if (to <= from) continue;
    const each = part(name) / (to - from);
    for (let at = from; at < to; at++) worth[at] = (worth[at] ?? 0) + each;
  }
  return worth;
}

/** Whether a clause ends between two neighbouring tokens. */
function breaks(reading: Reading, before: number): boolean {
  const gap = reading.text.slice(reading.tokens[before]?.end ?? 0, reading.tokens[before + 1]?.start ?? 0);
  return /[;:—–.?!。；：，]|, /u.test(gap);
}

/** The run of greatest sum inside `[bounds.from, bounds.to)`; never empty where the bounds aren't. */
export function bestRun(reading: Reading, worth: Float64Array, bounds: Run, price: number): Run {
  let best = { from: bounds.from, to: bounds.from + 1, sum: Number.NEGATIVE_INFINITY };
  for (let from = bounds.from; from < bounds.to; from++) {
    let sum = 0;
    for (let to = from + 1; to <= Math.min(bounds.to, from + MAX_TOKENS); to++) {
      sum += (worth[to - 1] ?? 0) - price;
      if (sum > best.sum) best = { from, to, sum };
      if (breaks(reading, to - 1)) break;
    }
  }
  return trim(reading, best);
}

function trim(reading: Reading, { from, to }: Run): Run {
  while (to - from > 1 && EDGE.has(reading.tokens[from]?.word ?? '')) from++;
  while (to - from > 1 && EDGE.has(reading.tokens[to - 1]?.word ?? '')) to--;
  return { from, to };
}
