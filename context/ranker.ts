/**
 * The linear ranker: for each note weights over features, trained when the pack is compiled (one against the rest, linear
 * support vectors). A score above 0 leans towards the note; trained examples lie near 1.
 *
 * Weights lie by feature, and stay letters until their feature is met: opening a pack costs nothing for those that no
 * article needs.
 */
import * as z from 'zod/mini';
import { Champions, championsOf, type Lead, type Postings } from './champions';
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
  /** The notes it leads to. */
  leads: readonly Lead[];
}

/** The ranker's weights. Rows are those of the notes, and after the last that of “no claim at all”. */
export interface Weights {
  /** @returns undefined for a feature that says nothing about any note */
  find(name: string): Known | undefined;
  step: number;
  bias: readonly number[];
  /** The notes that a note is most easily taken for. */
  rivalsOf(note: number): Iterable<number>;
}

function startsOf(counts: string): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  let start = 0;
  for (let place = 0; place < counts.length; place++) {
    start += letterAt(counts, place);
    starts[place + 1] = start;
  }
  return starts;
}

/** Letters → weights, each feature’s when it is first asked for. */
export function readRanker({ names, spread, counts, notes, weights, step, bias, floors, rivals }: Ranker): Weights {
  const places = new Map(names.split('\n').map((name, place) => [name, place]));
  const starts = startsOf(counts);
  const known = new Map<string, Known>();
  const readAt = (place: number): Known => {
    const [from, to] = [starts[place], starts[place + 1]];
    let note = -1;
    const its = numbers(notes.slice(from, to)).map((distance) => {
      note += distance;
      return note;
    });
    const steps = Int8Array.from(numbers(weights.slice(from, to)), (letter) => letter - WEIGHT_LIMIT);
    const share = letterAt(spread, place) / 8;
    return { spread: share, notes: its, steps, leads: championsOf({ spread: share, notes: its, steps }, floors) };
  };
  const each = rivals.length / floors.length;
  return {
    find(name) {
      const place = places.get(name);
      const before = known.get(name);
      if (place === undefined || before) return before;
      const read = readAt(place);
      known.set(name, read);
      return read;
    },
    ...{ step, bias },
    rivalsOf: (note) => numbers(rivals.slice(note * each, (note + 1) * each)),
  };
}

/** A feature of a sentence as the ranker knows it, from the tokens `[from, to)`. */
export interface Weighed {
  /** Undefined for a word never met. */
  known: Known | undefined;
  spread: number;
  from: number;
  to: number;
}

export class Ranking {
  readonly #champions: Champions;
  /** For each row, its place among those that are asked for, from 1; all 0 between calls. */
  readonly #asked: Uint16Array;

  constructor(private readonly weights: Weights) {
    this.#champions = new Champions(this.none);
    this.#asked = new Uint16Array(weights.bias.length);
  }

  /** The notes that a sentence with these features may make. */
  likely(features: readonly Weighed[]): number[] {
    return this.#champions.of(features.map(({ known }) => known?.leads ?? []));
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
   * What each feature gives to some rows, before it is divided by the length of the sentence or clause.
   * @param rows notes by number, or `none`
   */
  parts(features: readonly Weighed[], rows: readonly number[]): Map<number, Float64Array> {
    const parts = rows.map(() => new Float64Array(features.length));
    rows.forEach((row, index) => {
      this.#asked[row] = index + 1;
    });
    features.forEach(({ known }, at) => {
      if (known) this.#addParts(known, at, parts);
    });
    for (const row of rows) this.#asked[row] = 0;
    return new Map(rows.map((row, index) => [row, parts[index] ?? new Float64Array()]));
  }

  /** Indices are in range by construction, so the reads are asserted: this is where matching spends its time. */
  #addParts({ spread, notes, steps }: Known, at: number, parts: readonly Float64Array[]): void {
    const unit = this.weights.step * spread;
    for (let entry = 0; entry < notes.length; entry++) {
      const index = this.#asked[notes[entry] as number] as number;
      if (index > 0) (parts[index - 1] as Float64Array)[at] = (steps[entry] as number) * unit;
    }
  }

  /** A row's constant term. */
  biasOf(row: number): number {
    return this.weights.bias[row] ?? 0;
  }
}
