/**
 * Trains the anchor model from the anchors that writers marked: log-likelihood of the marked runs, by stochastic
 * gradient steps scaled for each feature (AdaGrad; Duchi et al., 2011), averaged over the later ones (Polyak & Juditsky,
 * 1992). Deterministic.
 */
import { type AnchorModel, leans, type Run, sumOf, weighRuns } from '../context/anchor';
import { MAX_TOKENS, RUN_FEATURES, type RunFeatures, runFeatures } from '../context/run-features';
import { Leanings } from './leanings';
import type { MarkedReading } from './marks';

const EPOCHS = 6;
/** From this epoch on, counted from 0, the weights are averaged. */
const SETTLED = 3;
const AVERAGE_EVERY = 50;
const RATE = 0.08;
/** Features rarer than this are left out: they say little, and cost room. */
const LEAST_SEEN = 40;
/** One step of a weight, and the weights too weak to keep. */
const STEP = 0.1;

interface Sentence {
  features: RunFeatures;
  anchor: Run;
}

/** A sentence's features as numbers: those of whole runs first, then the names of tokens and places in the order of `Learner`. */
interface Numbered {
  tokens: Uint16Array[];
  starts: Uint16Array[];
  ends: Uint16Array[];
  run: RunFeatures['run'];
  anchor: Run;
}

/** Gradients smaller than this move nothing worth the time. */
const LEAST_GRADIENT = 1e-3;

class Learner {
  readonly #numbers = new Map<string, number>();
  readonly #weights: Float64Array;
  /** The squares of each feature's gradients so far; one that is seen too seldom has 0 and isn't learned. */
  readonly #squares: Float64Array;
  readonly #sums: Float64Array;
  #averaged = 0;

  /** Knows the features worth a weight: those seen often enough in marked anchors, or at all borders and tokens. */
  constructor(sentences: readonly Sentence[]) {
    const seen = new Map<string, number>();
    const seenRuns = new Uint32Array(RUN_FEATURES);
    for (const { features, anchor } of sentences) {
      const { tokens, starts, ends, run } = features;
      for (const name of [...tokens, ...starts, ...ends].flat()) seen.set(name, (seen.get(name) ?? 0) + 1);
      for (const feature of run(anchor.from, anchor.to)) seenRuns[feature] = (seenRuns[feature] ?? 0) + 1;
    }
    for (const [name, count] of seen) {
      if (count >= LEAST_SEEN) this.#numbers.set(name, RUN_FEATURES + this.#numbers.size);
    }
    const size = RUN_FEATURES + this.#numbers.size;
    this.#weights = new Float64Array(size);
    this.#sums = new Float64Array(size);
    this.#squares = new Float64Array(size).fill(1);
    seenRuns.forEach((count, feature) => {
      if (count < LEAST_SEEN) this.#squares[feature] = 0;
    });
  }

  numbered({ features: { tokens, starts, ends, run }, anchor }: Sentence): Numbered {
    const numbers = (names: readonly string[]) =>
      Uint16Array.from(names.flatMap((name) => this.#numbers.get(name) ?? []));
    return { tokens: tokens.map(numbers), starts: starts.map(numbers), ends: ends.map(numbers), run, anchor };
  }

  /** One gradient step: towards the marked run, away from what the model expects. */
  learn({ tokens, starts, ends, run, anchor }: Numbered): void {
    const sum = (numbers: Uint16Array): number => sumOf(this.#weights, numbers);
    const scores = { tokens: tokens.map(sum), starts: starts.map(sum), ends: ends.map(sum) };
    const runScore = (from: number, to: number): number => sum(run(from, to));
    const starting = new Float64Array(tokens.length + 1);
    const ending = new Float64Array(tokens.length + 1);
    for (const { from, to, probability } of weighRuns({ ...scores, run: runScore }, { from: 0, to: tokens.length })) {
      const gradient = (from === anchor.from && to === anchor.to ? 1 : 0) - probability;
      starting[from] = (starting[from] ?? 0) + gradient;
      ending[to] = (ending[to] ?? 0) + gradient;
      if (Math.abs(gradient) >= LEAST_GRADIENT) this.#move(run(from, to), gradient);
    }
    let inside = 0;
    for (let at = 0; at <= tokens.length; at++) {
      inside += (starting[at] ?? 0) - (ending[at] ?? 0);
      this.#move(tokens[at], inside);
      this.#move(starts[at], starting[at] ?? 0);
      this.#move(ends[at], ending[at] ?? 0);
    }
  }

  #move(features: Uint16Array | undefined, gradient: number): void {
    if (!features || Math.abs(gradient) < LEAST_GRADIENT) return;
    for (const feature of features) {
      const before = this.#squares[feature] ?? 0;
      if (before === 0) continue;
      const square = before + gradient ** 2;
      this.#squares[feature] = square;
      this.#weights[feature] = (this.#weights[feature] ?? 0) + (RATE * gradient) / Math.sqrt(square);
    }
  }

  average(): void {
    this.#averaged++;
    for (let at = 0; at < this.#sums.length; at++) {
      this.#sums[at] = (this.#sums[at] ?? 0) + (this.#weights[at] ?? 0);
    }
  }

  /** The averaged weights in steps, by name; those of whole runs by number. */
  get steps(): Record<string, number> {
    const names = [...Array.from({ length: RUN_FEATURES }, (_, feature) => String(feature)), ...this.#numbers.keys()];
    return Object.fromEntries(
      names.flatMap((name, at) => {
        const whole = Math.round((this.#sums[at] ?? 0) / this.#averaged / STEP);
        return whole === 0 ? [] : [[name, whole]];
      }),
    );
  }
}

/** The order of an epoch: every seventeenth sentence or so in turn, so that those of one note don’t follow each other. */
function* strided(length: number, epoch: number): Generator<number> {
  const stride = 17 + 2 * epoch;
  for (let first = 0; first < stride; first++) for (let at = first; at < length; at += stride) yield at;
}

/**
 * @param names the ranker's names, one a line, in its order: leanings are kept for these
 * @returns the model; a few seconds for eight thousand sentences
 */
export function trainAnchors(marked: readonly MarkedReading[], names: string): AnchorModel {
  const all = names.split('\n');
  const leanings = new Leanings(all.filter(leans));
  for (const each of marked) leanings.add(each, 1);
  const sentences = marked
    .filter(({ anchor }) => anchor.to - anchor.from <= MAX_TOKENS)
    .map((each) => {
      // A sentence must not learn from what it taught itself: that would be believed too much.
      leanings.add(each, -1);
      const features = runFeatures(each.reading, leanings.of(each.note));
      leanings.add(each, 1);
      return { features, anchor: each.anchor };
    });
  const learner = new Learner(sentences);
  const numbered = sentences.map((sentence) => learner.numbered(sentence));
  let learned = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of strided(numbered.length, epoch)) {
      const sentence = numbered[at];
      if (sentence) learner.learn(sentence);
      if (epoch >= SETTLED && ++learned % AVERAGE_EVERY === 0) learner.average();
    }
  }
  learner.average();
  return { weights: learner.steps, step: STEP, leanings: leanings.lines(all) };
}
