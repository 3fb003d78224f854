/** Which words the footnote hangs on: a log-linear model over all runs of words, trained on the anchors that writers marked. */
import * as z from 'zod/mini';
import { letterAt, numbers } from './letters';
import type { Reading } from './reading';
import { EACH_PLACE, EACH_TOKEN, type Leaning, MAX_TOKENS, type RunFeatures, runFeatures } from './run-features';
import { bestRun, overlapOf, type Run, type RunScores, runAt, weighRuns } from './runs';

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
