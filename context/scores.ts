/** How much a sentence, and each of its clauses, looks like the claims of the notes that may stand in it. */
import type { Ranking, Weighed } from './ranking';
import type { Run } from './runs';

export interface Ranked {
  note: number;
  score: number;
  /** Its lead over the next note. */
  margin: number;
  /** How much the sentence looks like one that makes no claim at all. */
  none: number;
  /** How many of its words speak for the note: one or two telling words may stand there by chance. */
  spoken: number;
}

/** Whether a feature stands in a run of tokens; what stands nowhere (a card) counts for all. */
const isIn = ({ from, to }: Weighed, run: Run): boolean => from === to || (from >= run.from && to <= run.to);

export class SentenceScores {
  /** What each feature gives to the rows that were asked for, one after the other: clauses share it. */
  readonly #parts: number[] = [];
  /** For each of these rows, where its parts begin. */
  readonly #starts: Map<number, number>;

  /** @param open the notes that may stand, by number; at least one */
  constructor(
    private readonly ranking: Ranking,
    private readonly features: readonly Weighed[],
    private readonly open: readonly number[],
  ) {
    this.#starts = ranking.parts(features, [...open, ranking.none], this.#parts);
  }

  /**
   * The best of the notes that may stand, and its lead over the next: over those and over the notes it is most easily taken
   * for, since where one of these whose gates are shut scores near it, the sentence is likely another's.
   * @param worth whether the best is worth holding against those others, which costs most and only makes it less sure
   */
  best(run: Run, worth: (ranked: Ranked) => boolean): Ranked | undefined {
    const inside = this.features.flatMap((feature, at) => (isIn(feature, run) ? [at] : []));
    const square = inside.reduce((sum, at) => sum + (this.features[at]?.spread ?? 0) ** 2, 0);
    const scale = 1 / (Math.sqrt(square) || 1);
    const scoreOf = (row: number): number => this.#sum(row, inside) * scale + this.ranking.biasOf(row);
    let note = this.open[0] ?? -1;
    let score = scoreOf(note);
    let next = -1;
    for (const other of this.open.slice(1)) {
      const its = scoreOf(other);
      next = Math.max(next, Math.min(its, score));
      if (its > score) [note, score] = [other, its];
    }
    const [none, spoken] = [scoreOf(this.ranking.none), this.#spoken(note, inside)];
    const among = { note, score, margin: score - next, none, spoken };
    if (!worth(among)) return undefined;
    const rivals = [...this.ranking.rivalsOf(note)];
    this.#ask(rivals);
    for (const rival of rivals) next = Math.max(next, scoreOf(rival));
    return { ...among, margin: score - next };
  }

  #spoken(note: number, inside: readonly number[]): number {
    const start = this.#starts.get(note) ?? 0;
    const words = new Set<number>();
    for (const at of inside) {
      const { from = 0, to = 0 } = this.features[at] ?? {};
      if ((this.#parts[start + at] ?? 0) > 0) for (let word = from; word < to; word++) words.add(word);
    }
    return words.size;
  }

  #ask(rows: readonly number[]): void {
    const missing = rows.filter((row) => !this.#starts.has(row));
    if (missing.length === 0) return;
    for (const [row, start] of this.ranking.parts(this.features, missing, this.#parts)) this.#starts.set(row, start);
  }

  #sum(row: number, inside: readonly number[]): number {
    const start = this.#starts.get(row) ?? 0;
    let sum = 0;
    for (const at of inside) sum += this.#parts[start + at] ?? 0;
    return sum;
  }

  /** The features in a run that speak for a note and stand on words, strongest first. */
  telling(note: number, run: Run): Weighed[] {
    const start = this.#starts.get(note) ?? 0;
    const part = (at: number): number => this.#parts[start + at] ?? 0;
    return [...this.features.keys()]
      .filter((at) => part(at) > 0)
      .sort((a, b) => part(b) - part(a))
      .flatMap((at) => this.features[at] ?? [])
      .filter((feature) => feature.to > feature.from && isIn(feature, run));
  }
}
