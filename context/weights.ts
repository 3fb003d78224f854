/**
 * The ranker's weights. They lie by feature, and stay letters until their feature is met: opening a pack costs nothing for
 * those that no article needs.
 */
import * as z from 'zod/mini';
import { championsOf, type Leads, type Postings } from './champions';
import { letterAt, numbers } from './letters';

export const Ranker = z.object({
  /** Feature names, one a line. */
  names: z.string(),
  /** For each feature its weight in the length of a sentence's vector, in steps of 1/8: one letter each. */
  spread: z.string(),
  /** For each feature, how many notes it speaks for or against: one letter each. */
  counts: z.string(),
  /** The notes of all features in turn, each as its distance from the one before (or from -1): one letter each. */
  notes: z.string(),
  /** The weights that go with `notes`, in signed steps: one letter each. */
  weights: z.string(),
  /** What one step of a weight is worth. */
  step: z.number(),
  /** For each note, and last for “no claim at all”, its constant term. */
  bias: z.array(z.number()),
  /** For each note, above which strength (steps times spread) a feature is one of those that speak most for it. */
  floors: z.array(z.number()),
  /** For each note the notes that it is most easily taken for, as many for each: one letter each. */
  rivals: z.string(),
});
export type Ranker = z.infer<typeof Ranker>;

/** Weights are stored from -WEIGHT_LIMIT to WEIGHT_LIMIT. */
export const WEIGHT_LIMIT = 28;

/** A feature that the ranker knows. */
export interface Known extends Postings {
  /** Its place among the ranker's features. */
  place: number;
  leads: Leads;
  /** How much it speaks for “no claim at all”, in steps. */
  none: number;
}

/** The weights of one note, or of none: features by place, and steps. */
export interface Row {
  features: Uint16Array;
  steps: Int8Array;
}

/** The ranker's weights. Rows are those of the notes, and after the last that of “no claim at all”. */
export interface Weights {
  /** How many features there are. */
  size: number;
  /** @returns undefined for a feature that says nothing about any note */
  find(name: string): Known | undefined;
  row(note: number): Row;
  step: number;
  bias: readonly number[];
  /** The notes that a note is most easily taken for. */
  rivalsOf(note: number): Iterable<number>;
}

/** Letters → weights: a feature's leads when it is first met, and all rows when one is first asked for. */
export function readRanker(ranker: Ranker): Weights {
  const { names, spread, counts, step, bias, floors, rivals } = ranker;
  const places = new Map(names.split('\n').map((name, place) => [name, place]));
  const starts = startsOf(counts);
  const known = new Map<string, Known>();
  let rows: Row[] | undefined;
  const each = rivals.length / floors.length;
  return {
    size: counts.length,
    find(name) {
      const before = known.get(name);
      const place = before ? undefined : places.get(name);
      if (place === undefined) return before;
      const postings = postingsAt(ranker, starts[place] ?? 0, starts[place + 1] ?? 0, letterAt(spread, place) / 8);
      const read = knownFrom(place, postings, floors);
      known.set(name, read);
      return read;
    },
    row(note) {
      rows ??= rowsOf(ranker, starts);
      return rows[note] ?? NO_ROW;
    },
    ...{ step, bias },
    rivalsOf: (note) => numbers(rivals.slice(note * each, (note + 1) * each)),
  };
}

/** @param floors for each note; the row of none comes after them */
export function knownFrom(place: number, postings: Postings, floors: ArrayLike<number>): Known {
  const { notes, steps } = postings;
  const last = notes.length - 1;
  const none = notes[last] === floors.length ? (steps[last] ?? 0) : 0;
  return { place, ...postings, leads: championsOf(postings, floors), none };
}

const NO_ROW: Row = { features: new Uint16Array(), steps: new Int8Array() };

/** Where each feature's letters begin, and after the last where all end. */
function startsOf(counts: string): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  let start = 0;
  for (let place = 0; place < counts.length; place++) {
    start += letterAt(counts, place);
    starts[place + 1] = start;
  }
  return starts;
}

/** The weights of one feature, whose letters are `[from, to)`. */
function postingsAt({ notes, weights }: Ranker, from: number, to: number, spread: number): Postings {
  let note = -1;
  const its = numbers(notes.slice(from, to)).map((distance) => {
    note += distance;
    return note;
  });
  return { spread, notes: its, steps: Int8Array.from(numbers(weights.slice(from, to)), (step) => step - WEIGHT_LIMIT) };
}

function rowsOf({ notes, weights, bias }: Ranker, starts: Uint32Array): Row[] {
  const lists = bias.map((): { features: number[]; steps: number[] } => ({ features: [], steps: [] }));
  for (let place = 0; place + 1 < starts.length; place++) {
    let note = -1;
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
      note += letterAt(notes, at);
      lists[note]?.features.push(place);
      lists[note]?.steps.push(letterAt(weights, at) - WEIGHT_LIMIT);
    }
  }
  return lists.map(({ features, steps }) => ({ features: Uint16Array.from(features), steps: Int8Array.from(steps) }));
}
