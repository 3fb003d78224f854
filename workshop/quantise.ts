/** Trained weights → the ranker as the pack holds it. */
import { toLetter } from '../context/letters';
import { type Ranker, WEIGHT_LIMIT } from '../context/weights';
import { CONSTANT } from './row-learner';

/** The features that are learned from. */
export interface Vocabulary {
  places: Map<string, number>;
  spread: Float64Array;
}

/** The strength under which a weight is dropped so that `kept` stay. */
export function floorOf(rows: readonly Float64Array[], spread: Float64Array, kept: number): number {
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

/** Rows of weights, the constant term last → what the pack holds: the strongest weights in whole steps, as letters. */
export function quantise({ places, spread }: Vocabulary, rows: readonly Float64Array[], kept: number): Ranker {
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
const STRONG = 110;

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
