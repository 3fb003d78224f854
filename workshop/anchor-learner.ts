/**
 * Learns the anchor model's weights: log-likelihood of the marked runs, by stochastic gradient steps scaled for each feature
 * (AdaGrad; Duchi et al., 2011), averaged over the later ones (Polyak & Juditsky, 1992). Deterministic.
 */
import { type AnchorModel, STEPS, sums } from '../context/anchor';
import { toLetter } from '../context/letters';
import {
  EACH_PLACE,
  EACH_RUN,
  EACH_TOKEN,
  MAX_TOKENS,
  placeFeatures,
  RUN_FEATURES,
  type RunFeatures,
  TOKEN_FEATURES,
} from '../context/run-features';
import { placeOf, type Run, runAt, weighRuns } from '../context/runs';

const EPOCHS = 3;
/** From this epoch on, counted from 0, the weights are averaged. */
const SETTLED = 1;
const AVERAGE_EVERY = 50;
const RATE = 0.08;
/** Features rarer than this are left out: they say little, and cost room. */
export const LEAST_SEEN = 100;
/** One step of a weight. */
export const STEP = 0.1;
/** Gradients smaller than this move nothing worth the time. */
const LEAST_GRADIENT = 1e-3;

/** A sentence's features, those of its runs in the order of `weighRuns`. */
interface Sentence {
  tokens: Uint16Array;
  places: Uint16Array;
  runs: Uint16Array;
  anchor: Run;
}

function runsOf({ tokens, run }: RunFeatures): Uint16Array {
  const length = tokens.length / EACH_TOKEN;
  const runs = new Uint16Array(length * MAX_TOKENS * EACH_RUN);
  for (let from = 0; from < length; from++) {
    for (let to = from + 1; to <= Math.min(length, from + MAX_TOKENS); to++)
      runs.set(run(from, to), placeOf({ from, to }, 0) * EACH_RUN);
  }
  return runs;
}

/** The weights of one kind of feature. */
class Part {
  readonly weights: Float64Array;
  readonly #seen: Uint32Array;
  /** The squares of each feature's gradients so far; one that is seen too seldom has 0 and isn't learned. */
  #squares = new Float64Array();
  readonly #sums: Float64Array;

  constructor(size: number) {
    this.weights = new Float64Array(size);
    this.#seen = new Uint32Array(size);
    this.#sums = new Float64Array(size);
  }

  see(features: Uint16Array): void {
    for (const feature of features) this.#seen[feature] = (this.#seen[feature] ?? 0) + 1;
  }

  begin(): void {
    this.#squares = Float64Array.from(this.#seen, (count) => (count >= LEAST_SEEN ? 1 : 0));
  }

  move(features: Uint16Array, gradient: number): void {
    if (Math.abs(gradient) < LEAST_GRADIENT) return;
    for (const feature of features) {
      const before = this.#squares[feature] ?? 0;
      if (before === 0) continue;
      const square = before + gradient ** 2;
      this.#squares[feature] = square;
      this.weights[feature] = (this.weights[feature] ?? 0) + (RATE * gradient) / Math.sqrt(square);
    }
  }

  average(): void {
    for (const [at, weight] of this.weights.entries()) this.#sums[at] = (this.#sums[at] ?? 0) + weight;
  }

  /** The weights, averaged over so many times, as letters. */
  letters(times: number): string {
    const steps = Array.from(this.#sums, (sum) => Math.round(sum / times / STEP));
    return steps.map((step) => toLetter(Math.max(-STEPS, Math.min(STEPS, step)) + STEPS)).join('');
  }
}

export class AnchorLearner {
  readonly #tokens = new Part(TOKEN_FEATURES);
  readonly #starts: Part;
  readonly #ends: Part;
  readonly #runs = new Part(RUN_FEATURES);
  readonly #sentences: Sentence[] = [];
  #averaged = 0;

  /** @param words how many words are told apart at borders */
  constructor(words: number) {
    this.#starts = new Part(placeFeatures(words));
    this.#ends = new Part(placeFeatures(words));
  }

  get #parts(): Part[] {
    return [this.#tokens, this.#starts, this.#ends, this.#runs];
  }

  add(features: RunFeatures, anchor: Run): void {
    const { tokens, places } = features;
    this.#tokens.see(tokens);
    this.#starts.see(places);
    this.#ends.see(places);
    // Of whole runs, only marked ones count as seen: there are hundreds of others.
    this.#runs.see(features.run(anchor.from, anchor.to));
    this.#sentences.push({ tokens, places, runs: runsOf(features), anchor });
  }

  /** Learns from all sentences added. */
  learnAll(): void {
    for (const part of this.#parts) part.begin();
    let learned = 0;
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      for (const at of strided(this.#sentences.length, epoch)) {
        const sentence = this.#sentences[at];
        if (sentence) this.#learn(sentence);
        if (epoch >= SETTLED && ++learned % AVERAGE_EVERY === 0) this.#average();
      }
    }
    this.#average();
  }

  /** One gradient step: towards the marked run, away from what the model expects. */
  #learn({ tokens, places, runs, anchor }: Sentence): void {
    const length = tokens.length / EACH_TOKEN;
    const bounds = { from: 0, to: length };
    const ofRuns = sums(this.#runs.weights, runs, EACH_RUN);
    const scores = {
      tokens: sums(this.#tokens.weights, tokens, EACH_TOKEN),
      starts: sums(this.#starts.weights, places, EACH_PLACE),
      ends: sums(this.#ends.weights, places, EACH_PLACE),
      run: (from: number, to: number) => ofRuns[placeOf({ from, to }, 0)] ?? 0,
    };
    const starting = new Float64Array(length + 1);
    const ending = new Float64Array(length + 1);
    const marked = placeOf(anchor, 0);
    weighRuns(scores, bounds).forEach((probability, place) => {
      const gradient = (place === marked ? 1 : 0) - probability;
      if (Math.abs(gradient) < LEAST_GRADIENT) return;
      const { from, to } = runAt(place, bounds);
      starting[from] = (starting[from] ?? 0) + gradient;
      ending[to] = (ending[to] ?? 0) + gradient;
      this.#runs.move(featuresAt(runs, place, EACH_RUN), gradient);
    });
    let inside = 0;
    for (let at = 0; at <= length; at++) {
      inside += (starting[at] ?? 0) - (ending[at] ?? 0);
      if (at < length) this.#tokens.move(featuresAt(tokens, at, EACH_TOKEN), inside);
      this.#starts.move(featuresAt(places, at, EACH_PLACE), starting[at] ?? 0);
      this.#ends.move(featuresAt(places, at, EACH_PLACE), ending[at] ?? 0);
    }
  }

  #average(): void {
    this.#averaged++;
    for (const part of this.#parts) part.average();
  }

  get letters(): Pick<AnchorModel, 'tokens' | 'starts' | 'ends' | 'runs'> {
    const [tokens = '', starts = '', ends = '', runs = ''] = this.#parts.map((part) => part.letters(this.#averaged));
    return { tokens, starts, ends, runs };
  }
}

const featuresAt = (features: Uint16Array, at: number, each: number): Uint16Array =>
  features.subarray(at * each, (at + 1) * each);

/** The order of an epoch: every seventeenth sentence or so in turn, so that those of one note don’t follow each other. */
function* strided(length: number, epoch: number): Generator<number> {
  const stride = 17 + 2 * epoch;
  for (let first = 0; first < stride; first++) for (let at = first; at < length; at += stride) yield at;
}
