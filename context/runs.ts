/**
 * Which of all runs of words in a sentence a writer would mark: one segment of a semi-Markov model (Sarawagi & Cohen, 2004).
 * Since marks differ from hand to hand, the run with the greatest expected overlap is chosen, not the likeliest one.
 */
import { MAX_TOKENS } from './run-features';

/** A run of tokens `[from, to)`. */
export interface Run {
  from: number;
  to: number;
}

/** What a sentence's tokens, and the places between them, add to a run, and what a run adds as a whole. */
export interface RunScores {
  tokens: ArrayLike<number>;
  /** For each place between tokens, 0 … length. */
  starts: ArrayLike<number>;
  ends: ArrayLike<number>;
  run(from: number, to: number): number;
}

/**
 * How likely a writer would have marked each run inside the bounds: by where it starts, `MAX_TOKENS` places for each, and
 * then by its length, from 1. All add up to 1; a run that would leave the bounds has 0.
 */
export function weighRuns({ tokens, starts, ends, run }: RunScores, { from: first, to: last }: Run): Float64Array {
  const weights = new Float64Array((last - first) * MAX_TOKENS).fill(Number.NEGATIVE_INFINITY);
  for (let from = first; from < last; from++) {
    let inside = starts[from] ?? 0;
    for (let to = from + 1; to <= Math.min(last, from + MAX_TOKENS); to++) {
      inside += tokens[to - 1] ?? 0;
      weights[placeOf({ from, to }, first)] = inside + (ends[to] ?? 0) + run(from, to);
    }
  }
  return normalised(weights);
}

function normalised(weights: Float64Array): Float64Array {
  const most = weights.reduce((top, weight) => Math.max(top, weight), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = Math.exp((weights[at] ?? 0) - most);
    weights[at] = weight;
    total += weight;
  }
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / total;
  return weights;
}

/** Where a run stands in what `weighRuns` gives, for bounds that begin at `first`. */
export const placeOf = ({ from, to }: Run, first: number): number => (from - first) * MAX_TOKENS + to - from - 1;

/** The run at a place of what `weighRuns` gives. */
export function runAt(place: number, { from: first }: Run): Run {
  const from = first + Math.floor(place / MAX_TOKENS);
  return { from, to: from + (place % MAX_TOKENS) + 1 };
}

/** Token F1 of two runs, 0 … 1. */
export function overlapOf(one: Run, other: Run): number {
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  return shared <= 0 ? 0 : (2 * shared) / (one.to - one.from + other.to - other.from);
}

/** Runs that are weighed against each other: the likeliest; the rest would hardly change the choice. */
const LIKELIEST = 60;
/** The least share of the likeliest one's probability. */
const LEAST_LIKELY = 1e-3;

/**
 * The run of the greatest expected overlap with what writers would mark.
 * @param probabilities as `weighRuns` gives them
 */
export function bestRun(probabilities: Float64Array, bounds: Run): Run | undefined {
  const least = LEAST_LIKELY * probabilities.reduce((most, each) => Math.max(most, each), 0);
  const likely: number[] = [];
  for (const [place, probability] of probabilities.entries()) if (probability > least) likely.push(place);
  const places = likely.sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number)).slice(0, LIKELIEST);
  const runs = places.map((place) => runAt(place, bounds));
  const chances = places.map((place) => probabilities[place] as number);
  let best: Run | undefined;
  let most = 0;
  for (const run of runs) {
    let expected = 0;
    for (let at = 0; at < runs.length; at++) expected += (chances[at] as number) * overlapOf(run, runs[at] as Run);
    if (expected > most) [best, most] = [run, expected];
  }
  return best;
}
