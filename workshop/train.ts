/**
 * Trains the ranker from the pack's own sentences: one against the rest, L2-loss linear support vectors by dual
 * coordinate descent (Hsieh et al., 2008). Deterministic: the same pack gives the same weights.
 */
import { toLetter } from '../context/letters';
import { type Ranker, WEIGHT_LIMIT } from '../context/ranker';

/** A training sentence: its features, the note it makes (or none), and how much it counts. */
export interface Sample {
  features: readonly string[];
  /** Index of the note that the sentence makes; -1 for none. */
  note: number;
  /** Where set, the sentence is a counterexample of this note, and says little about the others. */
  against?: number;
  weight: number;
}

const PASSES = 12;
/** How much a note's own examples outweigh the rest; there are hundreds of others for each. */
const OWN = 4;
const COST = 1;
/** The constant term's share of a vector of length 1. */
const CONSTANT = 0.3;
/** What a counterexample of one note says about the other notes: little, since it may well be one of theirs. */
const ELSEWHERE = 0.15;
/** How often a feature must have been seen to be learned from. */
const LEAST_SEEN = 3;

interface Vocabulary {
  places: Map<string, number>;
  spread: Float64Array;
}

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

/** All samples as one sparse matrix by rows: sample i has the entries `[starts[i], starts[i + 1])`, each row of length 1. */
interface Matrix {
  starts: Int32Array;
  places: Int32Array;
  values: Float64Array;
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

/** Shuffled orders, the same in every run (a linear congruential generator; quality doesn't matter here). */
function shuffler(seed: number): (order: Int32Array) => void {
  let state = seed;
  return (order) => {
    for (let last = order.length - 1; last > 0; last--) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      const other = state % (last + 1);
      const kept = order[last] ?? 0;
      order[last] = order[other] ?? 0;
      order[other] = kept;
    }
  };
}

/** The row after the last note's: sentences that make no claim at all, however near they come to one. */
const isNone = (note: number, notes: number): boolean => note === notes;

function costOf(sample: Sample, note: number, notes: number): number {
  if (isNone(note, notes)) return COST * sample.weight;
  if (sample.note === note) return COST * OWN * sample.weight;
  if (sample.against === note) return COST * OWN * sample.weight;
  return COST * sample.weight * (sample.against === undefined ? 1 : ELSEWHERE);
}

/** One note's weights: `size` features and, last, the constant term. */
function trainRow(samples: readonly Sample[], x: Matrix, size: number, note: number, notes: number): Float64Array {
  const row = new Float64Array(size + 1);
  const alphas = new Float64Array(samples.length);
  const order = Int32Array.from(samples, (_, index) => index);
  const signs = Int8Array.from(samples, (sample) => (sample.note === (isNone(note, notes) ? -1 : note) ? 1 : -1));
  const ridges = Float64Array.from(samples, (sample) => 1 / (2 * costOf(sample, note, notes)));
  const shuffle = shuffler(note + 7);
  let active = order;
  for (let pass = 0; pass < PASSES; pass++) {
    const full = pass % FULL_PASS === 0 || pass === PASSES - 1;
    if (full) active = order;
    shuffle(active);
    active = passOver(active, row, alphas, x, signs, ridges);
  }
  return row;
}

/** Each so many passes go over all samples; those between leave out what lay clear of the margin. */
const FULL_PASS = 4;
/** How far beyond its margin a sample must lie to be left out. */
const CLEAR = 0.1;

/**
 * One pass of coordinate steps. The innermost loops of training: indices are in range by construction, so the reads are
 * asserted instead of defaulted, which halves the time.
 * @returns the samples that moved or may yet: most of the others are far from the note (shrinking, as in LIBLINEAR)
 */
function passOver(
  order: Int32Array,
  row: Float64Array,
  alphas: Float64Array,
  x: Matrix,
  signs: Int8Array,
  ridges: Float64Array,
): Int32Array<ArrayBuffer> {
  const { starts, places, values } = x;
  const last = row.length - 1;
  const active = new Int32Array(order.length);
  let size = 0;
  for (const index of order) {
    const from = starts[index] as number;
    const to = starts[index + 1] as number;
    const sign = signs[index] as number;
    let dot = (row[last] as number) * CONSTANT;
    for (let at = from; at < to; at++) dot += (row[places[at] as number] as number) * (values[at] as number);
    const ridge = ridges[index] as number;
    const alpha = alphas[index] as number;
    const slope = sign * dot - 1 + alpha * ridge;
    const next = Math.max(0, alpha - slope / (1 + CONSTANT ** 2 + ridge));
    if (next > 0 || slope < CLEAR) active[size++] = index;
    if (next === alpha) continue;
    alphas[index] = next;
    const move = (next - alpha) * sign;
    for (let at = from; at < to; at++) (row[places[at] as number] as number) += move * (values[at] as number);
    (row[last] as number) += move * CONSTANT;
  }
  return active.subarray(0, size);
}

/** Weights kept, over all notes; the smallest are dropped. */
const KEPT_WEIGHTS = 34_000;

/** Trains the ranker: a row for each note, and one for none of them. Seconds for thousands of samples and hundreds of notes. */
export function train(samples: readonly Sample[], notes: number, kept = KEPT_WEIGHTS): Ranker {
  const words = vocabulary(samples);
  const x = matrix(words, samples);
  const rows = Array.from({ length: notes + 1 }, (_, note) => trainRow(samples, x, words.places.size, note, notes));
  return quantise(words, rows, kept);
}

/** The strength under which a weight is dropped so that `kept` stay. */
function floorOf(rows: readonly Float64Array[], spread: Float64Array, kept: number): number {
  const strengths = new Float64Array(rows.length * spread.length);
  rows.forEach((row, note) => {
    for (let at = 0; at < spread.length; at++) {
      strengths[note * spread.length + at] = Math.abs(row[at] ?? 0) * (spread[at] ?? 0);
    }
  });
  return strengths.sort()[Math.max(0, strengths.length - kept)] ?? 0;
}

/** Each weight in whole steps, by note, where it is strong enough to be kept. */
function stepsOf(rows: readonly Float64Array[], place: number, least: number, step: number): [number, number][] {
  return rows.flatMap((row, note): [number, number][] => {
    const weight = row[place] ?? 0;
    const steps = Math.round(weight / step);
    return Math.abs(weight) > least && steps !== 0 ? [[note, steps]] : [];
  });
}

function quantise({ places, spread }: Vocabulary, rows: readonly Float64Array[], kept: number): Ranker {
  const floor = floorOf(rows, spread, kept);
  const largest = Math.max(
    ...rows.map((row) => row.subarray(0, spread.length).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)),
  );
  const step = largest / WEIGHT_LIMIT;
  const ranker: Ranker = {
    names: '',
    spread: '',
    counts: '',
    notes: '',
    weights: '',
    step,
    bias: [],
    floors: [],
    rivals: '',
  };
  const names: string[] = [];
  // Sorted names share their beginnings, which zip packs best.
  for (const [name, place] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const share = spread[place] ?? 0;
    const pairs = stepsOf(rows, place, floor / share, step);
    if (pairs.length === 0) continue;
    names.push(name);
    ranker.spread += toLetter(Math.round(share * 8));
    ranker.counts += toLetter(pairs.length);
    ranker.notes += pairs.map(([note], at) => toLetter(note - (pairs[at - 1]?.[0] ?? -1))).join('');
    ranker.weights += pairs.map(([, steps]) => toLetter(steps + WEIGHT_LIMIT)).join('');
  }
  ranker.names = names.join('\n');
  ranker.floors = rows.slice(0, -1).map((row) => floorOfStrong(row, spread, step));
  ranker.rivals = rivalsOf(rows, spread);
  ranker.bias = rows.map((row) => Math.round((row[spread.length] ?? 0) * CONSTANT * 1e4) / 1e4);
  return ranker;
}

/** The features that count as a note's strong ones. */
const STRONG = 64;

function floorOfStrong(row: Float64Array, spread: Float64Array, step: number): number {
  const strengths = spread.map((share, at) => share * Math.round((row[at] ?? 0) / step)).sort();
  return Math.max(0, strengths.at(-STRONG - 1) ?? 0);
}

/** Notes named as each note's rivals. */
const RIVALS = 20;

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** For each note the notes whose weights point most nearly its way: the ones it is taken for. */
function rivalsOf(rows: readonly Float64Array[], spread: Float64Array): string {
  const vectors = rows.slice(0, -1).map((row) => {
    const vector = spread.map((share, at) => share * (row[at] ?? 0));
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  });
  return vectors
    .map((vector, note) => {
      const likeness = vectors.map((other) => dot(vector, other));
      const others = [...likeness.keys()].filter((other) => other !== note);
      const nearest = others.sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0)).slice(0, RIVALS);
      return nearest.map(toLetter).join('');
    })
    .join('');
}
