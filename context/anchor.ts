/**
 * Which words the footnote hangs on. A log-linear model over all runs of words (one segment of a semi-Markov model,
 * Sarawagi & Cohen, 2004), trained on the anchors that writers marked. Since marks differ from hand to hand, the run
 * with the greatest expected overlap is chosen, not the likeliest one.
 */
import * as z from 'zod/mini';
import { letterAt, numbers } from './letters';
import type { Reading } from './reading';
import { EACH_PLACE, EACH_TOKEN, type Leaning, MAX_TOKENS, type RunFeatures, runFeatures } from './run-features';

export const AnchorModel = z.object({
  /** Words that are told apart at a run's borders, parted by spaces; the first is number 1. */
  words: z.string(),
  /** The weights of all features in turn, in signed steps: one letter each. */
  tokens: z.string(),
  starts: z.string(),
  ends: z.string(),
  runs: z.string(),
  /** What one step of a weight is worth. */
  step: z.number(),
  /**
   * For each of the ranker's names in turn one line of letters, empty for numbers and cards: how it leans in general, and
   * for each note of which more is known the note, as its distance from the one before (or from -1), and how it leans there.
   */
  leanings: z.string(),
});
export type AnchorModel = z.infer<typeof AnchorModel>;

/** Weights are stored from -STEPS to STEPS. */
export const STEPS = 45;

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

/** How likely an anchor must lie in the words that are free. */
const LEAST_FREE = 0.2;

/** Rules out the runs that meet what is taken. @returns how likely the others were */
function clearOf(probabilities: Float64Array, bounds: Run, taken: Run): number {
  let free = 0;
  for (const [place, probability] of probabilities.entries()) {
    if (overlapOf(runAt(place, bounds), taken) > 0) probabilities[place] = 0;
    else free += probability;
  }
  return free;
}

/** A number this near before a run, in tokens and without a mark between, is what the run counts. */
const NUMBER_BEFORE = 2;

/** Takes in the number that leads up to a run: “four in ten US-|trained researchers have gone home|”. */
function withNumber(reading: Reading, run: Run, bounds: Run): Run {
  const { text, tokens, quantities } = reading;
  const number = quantities.find(({ kind, from, to }) => {
    if (kind === 'year' || from < bounds.from || to > run.from || run.from - to > NUMBER_BEFORE) return false;
    return !/[,;:—–()“”]/.test(text.slice(tokens[to - 1]?.end, tokens[run.from]?.start));
  });
  return number && run.to - number.from <= MAX_TOKENS ? { from: number.from, to: run.to } : run;
}

/** Takes in the whole of a compound that a run cuts through: “|decades-|long science agreement|”. */
function withCompounds({ text, tokens }: Reading, { from, to }: Run, bounds: Run): Run {
  const hyphen = (at: number): boolean => /^[-‑]$/.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start));
  const run = { from, to };
  while (run.from > bounds.from && hyphen(run.from)) run.from--;
  while (run.to < bounds.to && hyphen(run.to)) run.to++;
  return run;
}

/** Whether one of the ranker's names is a stem or a concept; numbers and cards have no leaning. */
export const leans = (name: string): boolean => !/^[#=]/.test(name);

/** The model's weights by feature, and its words by number. */
interface Weights {
  words: ReadonlyMap<string, number>;
  tokens: Float64Array;
  starts: Float64Array;
  ends: Float64Array;
  runs: Float64Array;
}

function weightsOf({ words, tokens, starts, ends, runs, step }: AnchorModel): Weights {
  const read = (letters: string) => Float64Array.from(numbers(letters), (steps) => (steps - STEPS) * step);
  const places = new Map(words.split(' ').map((word, place) => [word, place + 1]));
  return { words: places, tokens: read(tokens), starts: read(starts), ends: read(ends), runs: read(runs) };
}

function scoresOf({ tokens, places, run }: RunFeatures, { runs, ...weights }: Weights): RunScores {
  return {
    tokens: sums(weights.tokens, tokens, EACH_TOKEN),
    starts: sums(weights.starts, places, EACH_PLACE),
    ends: sums(weights.ends, places, EACH_PLACE),
    run: (from, to) => sumOf(runs, run(from, to)),
  };
}

/** The sum of the values for each so many features in turn. */
export function sums(values: Float64Array, features: Uint16Array, each: number): Float64Array {
  const totals = new Float64Array(features.length / each);
  for (let at = 0; at < totals.length; at++) {
    let total = 0;
    for (let next = at * each; next < (at + 1) * each; next++) total += values[features[next] as number] as number;
    totals[at] = total;
  }
  return totals;
}

/** The sum of some of the values. */
function sumOf(values: Float64Array, places: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < places.length; at++) total += values[places[at] ?? 0] ?? 0;
  return total;
}

/** By name: its leanings as letters. */
function leaningsOf({ leanings }: AnchorModel, names: string): ReadonlyMap<string, string> {
  const lines = leanings.split('\n');
  return new Map(names.split('\n').map((name, place) => [name, lines[place] ?? '']));
}

export class Anchors {
  /** Read at the first anchor: an article off the subject needs none. */
  #read: { leanings: ReadonlyMap<string, string>; weights: Weights } | undefined;

  /** @param names the ranker's names, one a line, in its order */
  constructor(
    private readonly model: AnchorModel,
    private readonly names: string,
  ) {}

  get #known() {
    this.#read ??= { leanings: leaningsOf(this.model, this.names), weights: weightsOf(this.model) };
    return this.#read;
  }

  #inGeneral(name: string): number {
    const letters = this.#known.leanings.get(name);
    return letters ? letterAt(letters, 0) : 0;
  }

  #inNote(name: string, wanted: number): number {
    const letters = this.#known.leanings.get(name) ?? '';
    let note = -1;
    for (let at = 1; at < letters.length && note < wanted; at += 2) {
      note += letterAt(letters, at);
      if (note === wanted) return letterAt(letters, at + 1);
    }
    return 0;
  }

  #leaning(note: number): Leaning {
    return { ofNote: (name) => this.#inNote(name, note), inGeneral: (name) => this.#inGeneral(name) };
  }

  /**
   * The anchor of a note in a sentence, inside the bounds; never empty where the bounds aren't.
   * @param taken words that another note stands on: the anchor keeps clear of them
   * @returns undefined where the anchor is hardly likely to lie in what isn't taken
   */
  choose(reading: Reading, note: number, bounds: Run, taken?: Run): Run | undefined {
    const { weights } = this.#known;
    const scores = scoresOf(runFeatures(reading, this.#leaning(note), weights.words), weights);
    const probabilities = weighRuns(scores, bounds);
    if (taken && clearOf(probabilities, bounds, taken) < LEAST_FREE) return undefined;
    const run = withCompounds(reading, bestRun(probabilities, bounds) ?? bounds, bounds);
    const anchor = withNumber(reading, run, bounds);
    return taken && overlapOf(anchor, taken) > 0 ? undefined : anchor;
  }
}
