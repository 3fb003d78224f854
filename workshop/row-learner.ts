/**
 * One row of the ranker: L2-loss linear support vectors by dual coordinate descent (Hsieh et al., 2008). Deterministic.
 */

/** All samples as one sparse matrix by rows: sample i has the entries `[starts[i], starts[i + 1])`, each row of length 1. */
export interface Matrix {
  starts: Int32Array;
  places: Int32Array;
  values: Float64Array;
}

/** The constant term's share of a vector of length 1. */
export const CONSTANT = 0.3;

/** Shuffled orders, the same in every run (a linear congruential generator; quality doesn't matter here). */
function shuffler(seed: number): (order: Int32Array) => void {
  let state = seed;
  return (order) => {
    for (let last = order.length - 1; last > 0; last--) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      const other = state % (last + 1);
      const kept = order[last] ?? 0;
      order[last] = order[other] ?? 0;
      order[other] = kept;
    }
  };
}

/** Each so many passes go over all samples; those between leave out what lay clear of the margin. */
const FULL_PASS = 5;
/** How far beyond its margin a sample must lie to be left out. */
const CLEAR = 0.1;

/** One note's weights on their way. */
export class RowLearner {
  /** The weights of all features and, last, the constant term. */
  readonly row: Float64Array;
  /** 1 for each weight that may move, 0 for one that has been pruned. */
  readonly #free: Uint8Array;
  readonly #alphas: Float64Array;
  readonly #ridges: Float64Array;
  readonly #shuffle: (order: Int32Array) => void;
  #passes = 0;
  /** The samples that the next pass goes over. */
  #active = new Int32Array();

  /**
   * @param x the samples
   * @param signs for each sample, 1 where it belongs to the row and -1 where it doesn't
   * @param costs for each sample, what being wrong about it costs
   */
  constructor(
    private readonly x: Matrix,
    size: number,
    private readonly signs: Int8Array,
    costs: Float64Array,
    seed: number,
  ) {
    this.row = new Float64Array(size + 1);
    this.#free = new Uint8Array(size).fill(1);
    this.#alphas = new Float64Array(signs.length);
    this.#ridges = costs.map((cost) => 1 / (2 * cost));
    this.#shuffle = shuffler(seed);
  }

  learn(passes: number): void {
    for (let pass = 0; pass < passes; pass++) {
      if (this.#passes++ % FULL_PASS === 0) this.#active = Int32Array.from(this.signs, (_, index) => index);
      this.#shuffle(this.#active);
      this.#active = this.#passOver(this.#active);
    }
  }

  /** Drops the weights under a strength for good. What each sample holds of the others stays. */
  prune(floor: number, spread: Float64Array): void {
    for (let at = 0; at < spread.length; at++) {
      if (Math.abs(this.row[at] ?? 0) * (spread[at] ?? 0) > floor) continue;
      this.row[at] = 0;
      this.#free[at] = 0;
    }
  }

  /**
   * One pass of coordinate steps. The innermost loops of training: indices are in range by construction, so the reads are
   * asserted instead of defaulted, which halves the time.
   * @returns the samples that moved or may yet: most of the others are far from the note (shrinking, as in LIBLINEAR)
   */
  #passOver(order: Int32Array): Int32Array<ArrayBuffer> {
    const { row } = this;
    const { starts, places, values } = this.x;
    const free = this.#free;
    const last = row.length - 1;
    const active = new Int32Array(order.length);
    let size = 0;
    for (const index of order) {
      const from = starts[index] as number;
      const to = starts[index + 1] as number;
      const sign = this.signs[index] as number;
      let dot = (row[last] as number) * CONSTANT;
      for (let at = from; at < to; at++) dot += (row[places[at] as number] as number) * (values[at] as number);
      const ridge = this.#ridges[index] as number;
      const alpha = this.#alphas[index] as number;
      const slope = sign * dot - 1 + alpha * ridge;
      const next = Math.max(0, alpha - slope / (1 + CONSTANT ** 2 + ridge));
      if (next > 0 || slope < CLEAR) active[size++] = index;
      if (next === alpha) continue;
      this.#alphas[index] = next;
      const move = (next - alpha) * sign;
      for (let at = from; at < to; at++) {
        const place = places[at] as number;
        (row[place] as number) += move * (values[at] as number) * (free[place] as number);
      }
      (row[last] as number) += move * CONSTANT;
    }
    return active.subarray(0, size);
  }
}
