/**
 * Features of a sentence → the notes that it may make. Each feature leads to the notes for which it is strongest (champion
 * lists; Manning, Raghavan & Schütze, 2008, ch. 7), so that the cost grows with the sentence and not with the pack.
 */
import type { Rows, Weighed } from './ranker';

/**
 * How many notes a feature leads to, and a sentence. In the pack as it is they are 13 and 14 at most, so that none is lost; a
 * hundredfold would have hundreds.
 */
export const MOST_CHAMPIONS = 24;

/**
 * What a note's strong features in a sentence must come to (steps times spread) before the note is looked at: none of 854
 * notes shown on two rounds came to less, and seven in eight of the others whose gates were open did.
 */
const LEAST_STRONG = 50;

/** A feature that is one of a note's strong ones. */
interface Strong {
  place: number;
  note: number;
  strength: number;
}

function* strongIn({ starts, features, weights, spread, floors }: Rows): Generator<Strong> {
  for (const [note, floor] of floors.entries()) {
    for (let at = starts[note] ?? 0; at < (starts[note + 1] ?? 0); at++) {
      const place = features[at] ?? 0;
      const strength = (weights[at] ?? 0) * (spread[place] ?? 0);
      if (strength > floor) yield { place, note, strength };
    }
  }
}

/** For each feature, the strong ones of notes that it is, strongest first, and no more of them than it leads to. */
function championsOf(rows: Rows): Strong[][] {
  const lists: Strong[][] = Array.from(rows.spread, () => []);
  for (const strong of strongIn(rows)) lists[strong.place]?.push(strong);
  return lists.map((list) => list.sort((a, b) => b.strength - a.strength).slice(0, MOST_CHAMPIONS));
}

export class Champions {
  /** For each feature its champions: those at `[#starts[i], #starts[i + 1])`. */
  readonly #starts: Uint32Array;
  readonly #notes: Uint32Array;
  readonly #strengths: Float32Array;
  /** For each note, what its strong features met so far in the sentence come to; all 0 between calls. */
  readonly #met: Float32Array;

  constructor(rows: Rows) {
    const lists = championsOf(rows);
    const all = lists.flat();
    this.#starts = new Uint32Array(lists.length + 1);
    lists.forEach(({ length }, place) => {
      this.#starts[place + 1] = (this.#starts[place] ?? 0) + length;
    });
    this.#notes = Uint32Array.from(all, ({ note }) => note);
    this.#strengths = Float32Array.from(all, ({ strength }) => strength);
    this.#met = new Float32Array(rows.floors.length);
  }

  /** The notes that a sentence with these features may make. Indices are in range by construction: reads are asserted. */
  of(features: readonly Weighed[]): number[] {
    const touched: number[] = [];
    for (const { place } of features) {
      if (place < 0) continue;
      const end = this.#starts[place + 1] as number;
      for (let at = this.#starts[place] as number; at < end; at++) {
        const note = this.#notes[at] as number;
        const met = this.#met[note] as number;
        this.#met[note] = met + (this.#strengths[at] as number);
        if (met === 0) touched.push(note);
      }
    }
    const met = (note: number): number => this.#met[note] as number;
    const notes = touched.filter((note) => met(note) >= LEAST_STRONG);
    if (notes.length > MOST_CHAMPIONS) notes.sort((a, b) => met(b) - met(a)).length = MOST_CHAMPIONS;
    for (const note of touched) this.#met[note] = 0;
    return notes;
  }
}
