/** How words lean to marked anchors: counted inside and outside the marks, for each note and in general. */
import { toLetter } from '../context/letters';
import type { Reading } from '../context/reading';
import { GENERAL_LEVELS, type Leaning, NOTE_LEVELS } from '../context/run-features';
import type { Run } from '../context/runs';

/** Times seen inside marked anchors, and outside. */
type Counts = [inside: number, outside: number];

/** The share of all words that lie inside marks: what an unseen name is taken for. */
const USUAL = 0.28;

/** Step from 1 for the smoothed share inside. */
const level = ([inside, outside]: Counts, smoothing: number, levels: number): number =>
  1 + Math.floor((levels * (inside + USUAL * smoothing)) / (inside + outside + smoothing));

/** A note's own counts are small; fewer than five marks say hardly more than none. */
function noteLevel(counts: Counts | undefined): number {
  return counts && counts[0] >= 5 ? level(counts, 1, NOTE_LEVELS) : 0;
}

const generalLevel = (counts: Counts | undefined): number =>
  counts && counts[0] + counts[1] >= 3 ? level(counts, 3, GENERAL_LEVELS) : 0;

export class Leanings {
  readonly #general = new Map<string, Counts>();
  readonly #notes = new Map<string, Map<number, Counts>>();

  /** @param names the names that are counted */
  constructor(names: readonly string[]) {
    for (const name of names) {
      this.#general.set(name, [0, 0]);
      this.#notes.set(name, new Map());
    }
  }

  /** Counts a marked sentence in, or with `sign` -1 out again. */
  add({ reading, note, anchor }: { reading: Reading; note: number; anchor: Run }, sign: 1 | -1): void {
    const count = (name: string, at: number): void => {
      const general = this.#general.get(name);
      const notes = this.#notes.get(name);
      if (!general || !notes) return;
      const side = at >= anchor.from && at < anchor.to ? 0 : 1;
      const own = notes.get(note) ?? [0, 0];
      notes.set(note, own);
      general[side] += sign;
      own[side] += sign;
    };
    reading.tokens.forEach(({ key }, at) => {
      count(key, at);
    });
    for (const { value, from, to } of reading.hits) for (let at = from; at < to; at++) count(`@${value}`, at);
  }

  of(note: number): Leaning {
    return {
      ofNote: (name) => noteLevel(this.#notes.get(name)?.get(note)),
      inGeneral: (name) => generalLevel(this.#general.get(name)),
    };
  }

  /** The leanings of some names, those of others empty, as the anchor model holds them: a line for each. */
  lines(names: readonly string[]): string {
    return names
      .map((name) => (this.#general.has(name) ? this.#numbersOf(name).map(toLetter).join('') : ''))
      .join('\n');
  }

  #numbersOf(name: string): number[] {
    const known = [...(this.#notes.get(name) ?? [])]
      .map(([note, counts]): [number, number] => [note, noteLevel(counts)])
      .filter(([, leaning]) => leaning > 0)
      .sort(([a], [b]) => a - b);
    const pairs = known.flatMap(([note, leaning], at) => [note - (known[at - 1]?.[0] ?? -1), leaning]);
    return [generalLevel(this.#general.get(name)), ...pairs];
  }
}
