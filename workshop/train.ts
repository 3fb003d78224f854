/**
 * Trains the ranker from the pack's own sentences: one against the rest, in rows that are pruned and learned on.
 * Deterministic: the same pack gives the same weights.
 */
import type { Ranker } from '../context/weights';
import { floorOf, quantise, type Vocabulary } from './quantise';
import { type Matrix, RowLearner } from './row-learner';

/** A training sentence: its features, the note it makes (or none), and how much it counts. */
export interface Sample {
  features: readonly string[];
  /** Index of the note that the sentence makes; -1 for none. */
  note: number;
  /** Where set, the sentence is a counterexample of this note, and says little about the others. */
  against?: number;
  weight: number;
}

const PASSES = 4;
/**
 * What is kept after each pruning, times what is kept in the end. What stays is learned on after each: pruned at a stroke, as
 * many weights know less (Han et al., 2015).
 */
const PRUNINGS = [2, 1.5, 1];
const PASSES_AFTER = 2;
/** How much a note's own examples outweigh the rest; there are hundreds of others for each. */
const OWN = 4;
/** What a counterexample of one note says about the other notes: little, since it may well be one of theirs. */
const ELSEWHERE = 0.15;
/** How often a feature must have been seen to be learned from. */
const LEAST_SEEN = 3;

/** Features seen often enough, with inverse document frequency as their spread, in steps of 1/8. */
function vocabulary(samples: readonly Sample[]): Vocabulary {
  const seen = new Map<string, number>();
  for (const { features } of samples) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen.keys()].filter((name) => (seen.get(name) ?? 0) >= LEAST_SEEN);
  const spread = names.map((name) => {
    const idf = Math.log(1 + samples.length / (seen.get(name) ?? 1));
    return Math.round(idf * 8) / 8;
  });
  return { places: new Map(names.map((name, place) => [name, place])), spread: Float64Array.from(spread) };
}

function matrix({ places, spread }: Vocabulary, samples: readonly Sample[]): Matrix {
  const rows = samples.map(({ features }) => features.flatMap((name) => places.get(name) ?? []));
  const starts = new Int32Array(rows.length + 1);
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const x: Matrix = { starts, places: new Int32Array(size), values: new Float64Array(size) };
  let at = 0;
  rows.forEach((row, index) => {
    const length = Math.hypot(...row.map((place) => spread[place] ?? 0)) || 1;
    for (const place of row) {
      x.places[at] = place;
      x.values[at++] = (spread[place] ?? 0) / length;
    }
    starts[index + 1] = at;
  });
  return x;
}

/** The row after the last note's: sentences that make no claim at all, however near they come to one. */
const isNone = (note: number, notes: number): boolean => note === notes;

function costOf(sample: Sample, note: number, notes: number): number {
  if (isNone(note, notes)) return sample.weight;
  if (sample.note === note) return OWN * sample.weight;
  if (sample.against === note) return OWN * sample.weight;
  return sample.weight * (sample.against === undefined ? 1 : ELSEWHERE);
}

/** Weights kept, over all notes; the smallest are dropped. */
const KEPT_WEIGHTS = 42_000;

/** Trains the ranker: a row for each note, and one for none of them. Seconds for thousands of samples and hundreds of notes. */
export function train(samples: readonly Sample[], notes: number, kept = KEPT_WEIGHTS): Ranker {
  const words = vocabulary(samples);
  const x = matrix(words, samples);
  const learners = Array.from({ length: notes + 1 }, (_, note) => {
    const own = isNone(note, notes) ? -1 : note;
    const signs = Int8Array.from(samples, (sample) => (sample.note === own ? 1 : -1));
    const costs = Float64Array.from(samples, (sample) => costOf(sample, note, notes));
    return new RowLearner(x, words.places.size, signs, costs, note + 7);
  });
  const rows = learners.map(({ row }) => row);
  for (const learner of learners) learner.learn(PASSES);
  for (const times of PRUNINGS) {
    const floor = floorOf(rows, words.spread, kept * times);
    for (const learner of learners) {
      learner.prune(floor, words.spread);
      learner.learn(PASSES_AFTER);
    }
  }
  return quantise(words, rows, kept);
}
