/**
 * Features of a sentence → the notes that it may make. Each feature leads to the notes for which it is strongest (champion
 * lists; Manning, Raghavan & Schütze, 2008, ch. 7), so that the cost grows with the sentence and not with the pack.
 */

/**
 * How many notes a feature leads to at most, and a sentence: of 867 notes shown on two rounds, the last stood eighth among
 * those that its sentence led to. In a pack a hundred times as large, both would lead to hundreds; the more of them are looked
 * at there, the less is lost and the more it costs.
 */
export const MOST_CHAMPIONS = 40;
export const MOST_LIKELY = 14;

/**
 * What a note's strong features in a sentence must come to (steps times spread) before the note is looked at: none of those
 * 867 notes came to less, and six in seven of the others whose gates were open did.
 */
const LEAST_STRONG = 75;

/** A feature's weights. */
export interface Postings {
  /** What it adds to the length of a sentence. */
  spread: number;
  /** The notes it speaks for or against, by number, and how much in steps. */
  notes: ArrayLike<number>;
  steps: ArrayLike<number>;
}

/** The notes of which a feature is a strong one, and how strong: steps times spread. */
export interface Leads {
  notes: Uint32Array;
  strengths: Float32Array;
}

/**
 * The notes that a feature leads to, strongest first.
 * @param floors for each note, above which strength a feature is one of its strong ones
 */
export function championsOf({ notes, steps, spread }: Postings, floors: ArrayLike<number>): Leads {
  const leads: { note: number; strength: number }[] = [];
  for (let at = 0; at < notes.length; at++) {
    const note = notes[at] ?? 0;
    const strength = (steps[at] ?? 0) * spread;
    // “No claim at all” has no floor, and nothing leads to it.
    if (strength > (floors[note] ?? Number.POSITIVE_INFINITY)) leads.push({ note, strength });
  }
  const first = leads.sort((a, b) => b.strength - a.strength).slice(0, MOST_CHAMPIONS);
  return {
    notes: Uint32Array.from(first, ({ note }) => note),
    strengths: Float32Array.from(first, ({ strength }) => strength),
  };
}

export class Champions {
  /** For each note, what its strong features met so far in the sentence come to; all 0 between calls. */
  readonly #met: Float32Array;

  /** @param notes how many there are */
  constructor(notes: number) {
    this.#met = new Float32Array(notes);
  }

  /** The notes that a sentence may make whose features lead there. */
  of(leads: readonly Leads[]): number[] {
    const touched: number[] = [];
    for (const { notes, strengths } of leads) {
      for (let at = 0; at < notes.length; at++) {
        const note = notes[at] as number;
        const met = this.#met[note] as number;
        this.#met[note] = met + (strengths[at] as number);
        if (met === 0) touched.push(note);
      }
    }
    const met = (note: number): number => this.#met[note] ?? 0;
    const notes = touched.filter((note) => met(note) >= LEAST_STRONG);
    if (notes.length > MOST_LIKELY) notes.sort((a, b) => met(b) - met(a)).length = MOST_LIKELY;
    for (const note of touched) this.#met[note] = 0;
    return notes;
  }
}
