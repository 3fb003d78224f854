/**
 * The linear ranker: for each note weights over features, trained when the pack is compiled (one against the rest, linear
 * support vectors). A score above 0 leans towards the note; trained examples lie near 1.
 */
import { Champions } from './champions';
import type { Feature } from './features';
import type { Known, Row, Weights } from './weights';

/** What a word never met in training adds to the length of a sentence: much, since look-alikes are full of them. */
const UNKNOWN = 5;

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
