/**
 * The linear ranker: for each note weights over features, trained when the pack is compiled (one against the rest, linear
 * support vectors). A score above 0 leans towards the note; trained examples lie near 1.
 *
 * Weights lie by feature, and stay letters until their feature is met: opening a pack costs nothing for those that no
 * article needs.
 */
import * as z from 'zod/mini';
import { Champions, championsOf, type Leads, type Postings } from './champions';
import type { Feature } from './features';
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

/** What a word never met in training adds to the length of a sentence: much, since look-alikes are full of them. */
const UNKNOWN = 5;

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

/** A feature of a sentence as the ranker knows it, from the tokens `[from, to)`. */
export interface Weighed {
  /** Undefined for a word never met. */
  known: Known | undefined;
  spread: number;
  from: number;
  to: number;
}

/** Rows have some two hundred weights; few of them are long. */
const SHORT_ROW = 100;

export class Ranking {
  readonly #champions: Champions;
  /** For each feature, its place in the sentence that is being scored, from 1; all 0 between calls. */
  readonly #asked: Uint16Array;
  /** For each row that is asked for, where its numbers begin, from 1; all 0 between calls. */
  readonly #wanted: Uint32Array;

  constructor(private readonly weights: Weights) {
    this.#wanted = new Uint32Array(weights.bias.length);
    this.#champions = new Champions(this.none);
    this.#asked = new Uint16Array(weights.size);
  }

  /** The notes that a sentence with these features may make. */
  likely(features: readonly Weighed[]): number[] {
    return this.#champions.of(features.flatMap(({ known }) => known?.leads ?? []));
  }

  /** The row of “no claim at all”, after the last note's. */
  get none(): number {
    return this.weights.bias.length - 1;
  }

  rivalsOf(note: number): Iterable<number> {
    return this.weights.rivalsOf(note);
  }

  /** A sentence's features with what each adds to the sentence's length; those that add nothing are left out. */
  weigh(features: readonly Feature[]): Weighed[] {
    const weighed: Weighed[] = [];
    for (const { name, from, to } of features) {
      const known = this.weights.find(name);
      if (known) weighed.push({ known, spread: known.spread, from, to });
      // A word never met adds as much as the rarest one known.
      else if (!/^[@=#]/.test(name)) weighed.push({ known, spread: UNKNOWN, from, to });
    }
    return weighed;
  }

  /**
   * Adds to a list what each feature gives to some rows, before it is divided by the length of the sentence or clause: for
   * each row as many numbers as there are features. One list, since thousands of small ones cost more than what is in them.
   * @param rows notes by number, or `none`
   * @returns for each row where its numbers begin
   */
  parts(features: readonly Weighed[], rows: readonly number[], list: number[]): Map<number, number> {
    const starts = new Map<number, number>();
    for (const row of rows) {
      starts.set(row, list.length);
      for (let at = 0; at < features.length; at++) list.push(0);
    }
    const postings = features.reduce((sum, { known }) => sum + (known?.notes.length ?? 0), 0);
    if (postings < rows.length * SHORT_ROW) this.#addByFeature(features, starts, list);
    else this.#addByRow(features, starts, list);
    return starts;
  }

  /** Reads each feature's notes: the fewer steps, until a pack has very many notes. */
  #addByFeature(features: readonly Weighed[], starts: ReadonlyMap<number, number>, list: number[]): void {
    for (const [row, start] of starts) this.#wanted[row] = start + 1;
    for (const [at, { known }] of features.entries()) if (known) this.#addFeature(known, at, list);
    for (const row of starts.keys()) this.#wanted[row] = 0;
  }

  /** Indices are in range by construction, so the reads are asserted: this is where matching spends its time. */
  #addFeature({ spread, notes, steps }: Known, at: number, list: number[]): void {
    const unit = this.weights.step * spread;
    for (let entry = 0; entry < notes.length; entry++) {
      const start = this.#wanted[notes[entry] as number] as number;
      if (start > 0) list[start - 1 + at] = (steps[entry] as number) * unit;
    }
  }

  /** Reads each row's features. */
  #addByRow(features: readonly Weighed[], starts: ReadonlyMap<number, number>, list: number[]): void {
    for (const [at, { known }] of features.entries()) if (known) this.#asked[known.place] = at + 1;
    for (const [row, start] of starts) {
      // Nearly every feature says something about making no claim: asked the other way round, that is read at once.
      if (row === this.none) this.#addNone(features, start, list);
      else this.#addRow(this.weights.row(row), features, start, list);
    }
    for (const { known } of features) if (known) this.#asked[known.place] = 0;
  }

  #addNone(features: readonly Weighed[], start: number, list: number[]): void {
    for (const [at, { known, spread }] of features.entries())
      list[start + at] = (known?.none ?? 0) * this.weights.step * spread;
  }

  #addRow({ features: places, steps }: Row, features: readonly Weighed[], start: number, list: number[]): void {
    for (let entry = 0; entry < places.length; entry++) {
      const at = this.#asked[places[entry] as number] as number;
      if (at > 0)
        list[start + at - 1] = (steps[entry] as number) * this.weights.step * (features[at - 1] as Weighed).spread;
    }
  }

  /** A row's constant term. */
  biasOf(row: number): number {
    return this.weights.bias[row] ?? 0;
  }
}
