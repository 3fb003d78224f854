/**
 * Trains the anchor model from the anchors that writers marked: log-likelihood of the marked runs, by stochastic
 * gradient steps scaled for each feature (AdaGrad; Duchi et al., 2011), averaged over the later ones (Polyak & Juditsky,
 * 1992). Deterministic.
 */
import { type AnchorModel, leans, placeOf, type Run, runAt, sumOf, weighRuns } from '../context/anchor';
import { MAX_TOKENS, RUN_FEATURES, type RunFeatures, runFeatures } from '../context/run-features';
import { Leanings } from './leanings';
import type { MarkedReading } from './marks';

const EPOCHS = 4;
/** From this epoch on, counted from 0, the weights are averaged. */
const SETTLED = 1;
const AVERAGE_EVERY = 50;
const RATE = 0.08;
/** Features rarer than this are left out: they say little, and cost room. */
const LEAST_SEEN = 100;
/** One step of a weight, and the weights too weak to keep. */
const STEP = 0.1;

/** A sentence's features as the learner's numbers. */
interface Numbered {
  tokens: Uint32Array[];
  starts: Uint32Array[];
  ends: Uint32Array[];
  /** Those of all its runs, as many for each, in the order of `weighRuns`. */
  runs: Uint16Array;
  anchor: Run;
}

function runsOf({ tokens, run }: RunFeatures): Uint16Array {
  const each = run(0, 1).length;
  const runs = new Uint16Array(tokens.length * MAX_TOKENS * each);
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 1; to <= Math.min(tokens.length, from + MAX_TOKENS); to++)
      runs.set(run(from, to), placeOf({ from, to }, 0) * each);
  }
  return runs;
}

/** Gradients smaller than this move nothing worth the time. */
const LEAST_GRADIENT = 1e-3;

class Learner {
  /** The names of tokens' and places' features; the numbers of whole runs' come before theirs. */
  readonly #numbers = new Map<string, number>();
  /** How often each feature was seen: of whole runs, in marked anchors. */
  readonly #seen: number[] = Array.from({ length: RUN_FEATURES }, () => 0);
  readonly #sentences: Numbered[] = [];
  #weights = new Float64Array();
  /** The squares of each feature's gradients so far; one that is seen too seldom has 0 and isn't learned. */
  #squares = new Float64Array();
  #sums = new Float64Array();
  #averaged = 0;

  add(features: RunFeatures, anchor: Run): void {
    const numbers = (names: readonly string[]) => Uint32Array.from(names, (name) => this.#numberOf(name));
    const [tokens, starts, ends] = [features.tokens, features.starts, features.ends].map((lists) => lists.map(numbers));
    for (const number of features.run(anchor.from, anchor.to)) this.#seen[number] = (this.#seen[number] ?? 0) + 1;
    if (tokens && starts && ends) this.#sentences.push({ tokens, starts, ends, runs: runsOf(features), anchor });
  }

  #numberOf(name: string): number {
    const number = this.#numbers.get(name) ?? RUN_FEATURES + this.#numbers.size;
    this.#numbers.set(name, number);
    this.#seen[number] = (this.#seen[number] ?? 0) + 1;
    return number;
  }

  /** Learns from all sentences added. */
  learnAll(): void {
    this.#weights = new Float64Array(this.#seen.length);
    this.#sums = new Float64Array(this.#seen.length);
    this.#squares = Float64Array.from(this.#seen, (count) => (count >= LEAST_SEEN ? 1 : 0));
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
  #learn({ tokens, starts, ends, runs, anchor }: Numbered): void {
    const { length } = tokens;
    const each = runs.length / (length * MAX_TOKENS);
    const sum = (numbers: Uint32Array): number => sumOf(this.#weights, numbers);
    const scores = { tokens: tokens.map(sum), starts: starts.map(sum), ends: ends.map(sum) };
    const run = (from: number, to: number): number => this.#sumOfRun(runs, placeOf({ from, to }, 0), each);
    const bounds = { from: 0, to: length };
    const starting = new Float64Array(length + 1);
    const ending = new Float64Array(length + 1);
    const marked = placeOf(anchor, 0);
    weighRuns({ ...scores, run }, bounds).forEach((probability, place) => {
      const gradient = (place === marked ? 1 : 0) - probability;
      if (Math.abs(gradient) < LEAST_GRADIENT) return;
      const { from, to } = runAt(place, bounds);
      starting[from] = (starting[from] ?? 0) + gradient;
      ending[to] = (ending[to] ?? 0) + gradient;
      this.#move(runs.subarray(place * each, (place + 1) * each), gradient);
    });
    let inside = 0;
    for (let at = 0; at <= length; at++) {
      inside += (starting[at] ?? 0) - (ending[at] ?? 0);
      this.#move(tokens[at], inside);
      this.#move(starts[at], starting[at] ?? 0);
      this.#move(ends[at], ending[at] ?? 0);
    }
  }

  #sumOfRun(runs: Uint16Array, place: number, each: number): number {
    let total = 0;
    for (let at = place * each; at < (place + 1) * each; at++) total += this.#weights[runs[at] ?? 0] ?? 0;
    return total;
  }

  #move(features: Uint16Array | Uint32Array | undefined, gradient: number): void {
    if (!features || Math.abs(gradient) < LEAST_GRADIENT) return;
    for (const feature of features) {
      const before = this.#squares[feature] ?? 0;
      if (before === 0) continue;
      const square = before + gradient ** 2;
      this.#squares[feature] = square;
      this.#weights[feature] = (this.#weights[feature] ?? 0) + (RATE * gradient) / Math.sqrt(square);
    }
  }

  #average(): void {
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
  const learner = new Learner();
  for (const each of marked) {
    if (each.anchor.to - each.anchor.from > MAX_TOKENS) continue;
    // A sentence must not learn from what it taught itself: that would be believed too much.
    leanings.add(each, -1);
    learner.add(runFeatures(each.reading, leanings.of(each.note)), each.anchor);
    leanings.add(each, 1);
  }
  learner.learnAll();
  return { weights: learner.steps, step: STEP, leanings: leanings.lines(all) };
}
