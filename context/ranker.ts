/**
 * The linear ranker: for each note one row of weights over features, trained when the pack is compiled (one against
 * the rest, linear support vectors). A score above 0 leans towards the note; trained examples lie near 1.
 */
import * as z from 'zod/mini';

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

export class Ranking {
  #places = new Map<string, number>();
  #spread: Float64Array;
  #starts: Uint32Array;
  #notes: Uint16Array;
  #weights: Float64Array;
  #bias: readonly number[];

  constructor(ranker: Ranker) {
    const counts = numbers(ranker.counts);
    this.#spread = new Float64Array(numbers(ranker.spread)).map((step) => step / 8);
    this.#weights = new Float64Array(numbers(ranker.weights)).map((step) => (step - WEIGHT_LIMIT) * ranker.step);
    this.#notes = numbers(ranker.notes);
    this.#starts = new Uint32Array(counts.length + 1);
    this.#bias = ranker.bias;
    ranker.names.split('\n').forEach((name, place) => {
      this.#places.set(name, place);
      this.#starts[place + 1] = (this.#starts[place] ?? 0) + (counts[place] ?? 0);
      this.#fromDistances(place);
    });
  }

  #fromDistances(place: number): void {
    let note = -1;
    for (let at = this.#starts[place] ?? 0; at < (this.#starts[place + 1] ?? 0); at++) {
      note += this.#notes[at] ?? 0;
      this.#notes[at] = note;
    }
  }

  /**
   * Scores of all notes for a sentence with these features, and what each feature gave to a note.
   * @returns scores by note index, the last that of “no claim at all”; and `share(name, note)`: a feature's part of a score
   */
  score(names: readonly string[]): { scores: Float64Array; share: (name: string, note: number) => number } {
    const scores = Float64Array.from(this.#bias);
    let square = 0;
    for (const name of names) square += this.#spreadOf(name) ** 2;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (const name of names) {
      this.#each(name, (note, weight) => {
        scores[note] = (scores[note] ?? 0) + weight * scale;
      });
    }
    const share = (name: string, wanted: number): number => {
      let part = 0;
      this.#each(name, (note, weight) => {
        if (note === wanted) part = weight * scale;
      });
      return part;
    };
    return { scores, share };
  }

  /** What a feature adds to the length of a sentence; a word never met adds as much as the rarest one known. */
  #spreadOf(name: string): number {
    const place = this.#places.get(name);
    if (place !== undefined) return this.#spread[place] ?? 0;
    return /^[^@=#]/.test(name) ? UNKNOWN : 0;
  }

  #each(name: string, visit: (note: number, weight: number) => void): void {
    const place = this.#places.get(name);
    if (place === undefined) return;
    const spread = this.#spread[place] ?? 0;
    for (let at = this.#starts[place] ?? 0; at < (this.#starts[place + 1] ?? 0); at++) {
      visit(this.#notes[at] ?? 0, (this.#weights[at] ?? 0) * spread);
    }
  }
}
