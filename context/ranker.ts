/**
 * The linear ranker: for each note one row of weights over features, trained when the pack is compiled (one against
 * the rest, linear support vectors). A score above 0 leans towards the note; trained examples lie near 1.
 */
import * as z from 'zod/mini';
import { Champions } from './champions';
import type { Feature } from './features';

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

/**
 * Whole numbers as letters: plain JSON text that zip packs tighter than base64. `#` is 0; quotation mark and backslash
 * lie below or are stepped over, so that nothing needs escaping.
 */
const FIRST = 35;
const BACKSLASH = 92;
/** Weights are stored from -WEIGHT_LIMIT to WEIGHT_LIMIT. */
export const WEIGHT_LIMIT = 28;

export function toLetter(value: number): string {
  const code = FIRST + value;
  return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}

export function numbers(letters: string): Uint16Array {
  const values = new Uint16Array(letters.length);
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    values[at] = (code > BACKSLASH ? code - 1 : code) - FIRST;
  }
  return values;
}

/** What a word never met in training adds to the length of a sentence: much, since look-alikes are full of them. */
const UNKNOWN = 5;

/** A feature of a sentence as the ranker knows it, from the tokens `[from, to)`. */
export interface Weighed {
  /** Its place among the ranker's features; -1 for a word never met. */
  place: number;
  spread: number;
  from: number;
  to: number;
}

/** The ranker's weights as they are summed: row i, of a note or last of none, has the entries `[starts[i], starts[i + 1])`. */
export interface Rows {
  places: ReadonlyMap<string, number>;
  /** For each feature what it adds to the length of a sentence. */
  spread: Float64Array;
  starts: Uint32Array;
  features: Uint16Array;
  weights: Int8Array;
  step: number;
  bias: readonly number[];
  floors: readonly number[];
  rivals: Uint16Array | Uint32Array;
}

/** Letters → rows. */
export function readRanker(ranker: Ranker): Rows {
  const counts = numbers(ranker.counts);
  const notes = notesOf(counts, numbers(ranker.notes));
  const steps = numbers(ranker.weights);
  const starts = startsOf(notes, ranker.bias.length);
  const features = new Uint16Array(notes.length);
  const weights = new Int8Array(notes.length);
  const next = starts.slice();
  let at = 0;
  counts.forEach((count, place) => {
    for (const end = at + count; at < end; at++) {
      const note = notes[at] ?? 0;
      const entry = next[note] ?? 0;
      next[note] = entry + 1;
      features[entry] = place;
      weights[entry] = (steps[at] ?? 0) - WEIGHT_LIMIT;
    }
  });
  return {
    places: new Map(ranker.names.split('\n').map((name, place) => [name, place])),
    spread: new Float64Array(numbers(ranker.spread)).map((eighths) => eighths / 8),
    ...{
      starts,
      features,
      weights,
      step: ranker.step,
      bias: ranker.bias,
      floors: ranker.floors,
      rivals: numbers(ranker.rivals),
    },
  };
}

export class Ranking {
  readonly #champions: Champions;
  /** For each feature, its place in the sentence that is being scored, from 1; all 0 between calls. */
  readonly #asked: Uint16Array;

  constructor(private readonly rows: Rows) {
    this.#asked = new Uint16Array(rows.spread.length);
    this.#champions = new Champions(rows);
  }

  /** The notes that a sentence with these features may make. */
  likely(features: readonly Weighed[]): number[] {
    return this.#champions.of(features);
  }

  /** The row of “no claim at all”, after the last note's. */
  get none(): number {
    return this.rows.bias.length - 1;
  }

  /** The notes that a note is most easily taken for. */
  rivalsOf(note: number): Uint16Array | Uint32Array {
    const each = this.rows.rivals.length / this.none;
    return this.rows.rivals.subarray(note * each, (note + 1) * each);
  }

  /** A sentence's features with what each adds to the sentence's length; those that add nothing are left out. */
  weigh(features: readonly Feature[]): Weighed[] {
    const weighed: Weighed[] = [];
    for (const { name, from, to } of features) {
      const place = this.rows.places.get(name);
      if (place !== undefined) weighed.push({ place, spread: this.rows.spread[place] ?? 0, from, to });
      // A word never met adds as much as the rarest one known.
      else if (!/^[@=#]/.test(name)) weighed.push({ place: -1, spread: UNKNOWN, from, to });
    }
    return weighed;
  }

  /**
   * What each feature gives to some rows, before it is divided by the length of the sentence or clause.
   * @param rows notes by number, or `none`
   */
  parts(features: readonly Weighed[], rows: Iterable<number>): Map<number, number[]> {
    features.forEach(({ place }, at) => {
      if (place >= 0) this.#asked[place] = at + 1;
    });
    const parts = new Map<number, number[]>();
    for (const row of rows) parts.set(row, this.#partsOf(row, features));
    for (const { place } of features) if (place >= 0) this.#asked[place] = 0;
    return parts;
  }

  /** Indices are in range by construction, so the reads are asserted: this is where matching spends its time. */
  #partsOf(row: number, features: readonly Weighed[]): number[] {
    const parts = features.map(() => 0);
    const end = this.rows.starts[row + 1] as number;
    for (let entry = this.rows.starts[row] as number; entry < end; entry++) {
      const at = this.#asked[this.rows.features[entry] as number] as number;
      if (at > 0)
        parts[at - 1] = (this.rows.weights[entry] as number) * this.rows.step * (features[at - 1] as Weighed).spread;
    }
    return parts;
  }

  /** A row's constant term. */
  biasOf(row: number): number {
    return this.rows.bias[row] ?? 0;
  }
}

/** The note of each weight, from the distances that the ranker holds. */
function notesOf(counts: Uint16Array, distances: Uint16Array): Uint16Array {
  const notes = distances.slice();
  let at = 0;
  for (const count of counts) {
    let note = -1;
    for (const end = at + count; at < end; at++) {
      note += distances[at] ?? 0;
      notes[at] = note;
    }
  }
  return notes;
}

/** Where the row of each note begins, and after the last where all end. */
function startsOf(notes: Uint16Array, rows: number): Uint32Array {
  const starts = new Uint32Array(rows + 1);
  for (const note of notes) starts[note + 1] = (starts[note + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  return starts;
}
