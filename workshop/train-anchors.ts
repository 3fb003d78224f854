/**
 * Trains the anchor model from the anchors that writers marked: log-likelihood of the marked runs, by stochastic
 * gradient steps scaled for each feature (AdaGrad; Duchi et al., 2011). Deterministic.
 */

import { type AnchorModel, leaningNames, type Run, type Weights, weighSpans } from '../context/anchor';
import { toLetter } from '../context/ranker';
import type { Reading } from '../context/reading';
import { MAX_TOKENS, RUN_FEATURES, type SpanFeatures, spanFeatures } from '../context/span-features';
import { Leanings } from './leanings';
import { type Bench, type Told, unmark } from './samples';
import type { AuthoredNote, RoundSentence } from './schema';

/** A sentence that makes a note's claim, and its marked anchor in tokens. */
export interface MarkedReading {
  reading: Reading;
  note: number;
  anchor: Run;
}

/** The marked sentences of notes, rounds and articles, as tokens; a mark that covers no word is left out. */
export function markedOf(
  bench: Bench,
  notes: readonly AuthoredNote[],
  rounds: readonly RoundSentence[],
  told: readonly Told[],
): MarkedReading[] {
  const places = new Map(notes.map(({ id }, index) => [id, index]));
  const own = notes.flatMap(({ examples }, note) => examples.map((sentence) => ({ note, sentence })));
  const more = rounds.flatMap(({ note, text }) => {
    const place = places.get(note ?? '');
    return place === undefined ? [] : [{ note: place, sentence: text }];
  });
  const lone = [...own, ...more].map(({ note, sentence }) => {
    const { text, start, end } = unmark(sentence);
    const { reading } = bench.judge(text);
    return { reading, note, anchor: tokensIn(reading, start, end) };
  });
  const inArticles = told.flatMap(({ judged: { reading }, claims }) =>
    claims.flatMap(({ note, start, end }) => {
      const place = places.get(note);
      return place === undefined ? [] : [{ reading, note: place, anchor: tokensIn(reading, start, end) }];
    }),
  );
  return [...lone, ...inArticles].filter(({ anchor }) => anchor.to > anchor.from);
}

/** The run of tokens that a stretch of the text touches; empty where it touches none. */
export function tokensIn({ tokens }: Reading, start: number, end: number): Run {
  const from = tokens.findIndex((token) => token.end > start);
  const covered = tokens.filter((token) => token.end > start && token.start < end).length;
  return { from: Math.max(0, from), to: Math.max(0, from) + covered };
}

const EPOCHS = 6;
const RATE = 0.08;
/** Features rarer than this are left out: they say little, and cost room. */
const LEAST_SEEN = 25;
/** One step of a weight, and the weights too weak to keep. */
const STEP = 0.1;

/** Weights, and the squares of their gradients so far. A feature without an entry (for a run: with 0) isn't learned. */
interface Learner {
  weights: { names: Map<string, number>; runs: Float64Array };
  squares: { names: Map<string, number>; runs: Float64Array };
}

/** Gradients smaller than this move nothing worth the time. */
const LEAST_GRADIENT = 1e-3;

function move({ weights, squares }: Learner, features: readonly string[], gradient: number): void {
  if (Math.abs(gradient) < LEAST_GRADIENT) return;
  for (const name of features) {
    const square = squares.names.get(name);
    if (square === undefined) continue;
    squares.names.set(name, square + gradient ** 2);
    weights.names.set(name, (weights.names.get(name) ?? 0) + (RATE * gradient) / Math.sqrt(square + gradient ** 2));
  }
}

function moveRun({ weights, squares }: Learner, features: Uint16Array, gradient: number): void {
  if (Math.abs(gradient) < LEAST_GRADIENT) return;
  for (const feature of features) {
    const square = squares.runs[feature] ?? 0;
    if (square === 0) continue;
    squares.runs[feature] = square + gradient ** 2;
    weights.runs[feature] = (weights.runs[feature] ?? 0) + (RATE * gradient) / Math.sqrt(square + gradient ** 2);
  }
}

/** One gradient step: towards the marked run, away from what the model expects. */
function learn(learner: Learner, features: SpanFeatures, anchor: Run): void {
  const length = features.tokens.length;
  const spans = weighSpans(features, { from: 0, to: length }, learner.weights);
  const starts = new Float64Array(length + 1);
  const ends = new Float64Array(length + 1);
  for (const { from, to, probability } of spans) {
    const gradient = (from === anchor.from && to === anchor.to ? 1 : 0) - probability;
    starts[from] = (starts[from] ?? 0) + gradient;
    ends[to] = (ends[to] ?? 0) + gradient;
    moveRun(learner, features.span(from, to), gradient);
  }
  let inside = 0;
  for (let at = 0; at <= length; at++) {
    inside += (starts[at] ?? 0) - (ends[at] ?? 0);
    move(learner, features.tokens[at] ?? [], inside);
    move(learner, features.starts[at] ?? [], starts[at] ?? 0);
    move(learner, features.ends[at] ?? [], ends[at] ?? 0);
  }
}

/** Knows the features worth a weight: those seen often enough in marked anchors or at all borders and tokens. */
function learnerFor(sentences: readonly { features: SpanFeatures; anchor: Run }[]): Learner {
  const seen = new Map<string, number>();
  const seenRuns = new Uint32Array(RUN_FEATURES);
  for (const { features, anchor } of sentences) {
    const { tokens, starts, ends, span } = features;
    for (const name of [...tokens, ...starts, ...ends].flat()) seen.set(name, (seen.get(name) ?? 0) + 1);
    for (const feature of span(anchor.from, anchor.to)) seenRuns[feature] = (seenRuns[feature] ?? 0) + 1;
  }
  const names = [...seen].filter(([, count]) => count >= LEAST_SEEN).map(([name]) => [name, 1] as const);
  return {
    weights: { names: new Map(), runs: new Float64Array(RUN_FEATURES) },
    squares: { names: new Map(names), runs: Float64Array.from(seenRuns, (count) => (count >= LEAST_SEEN ? 1 : 0)) },
  };
}

/**
 * @param names the ranker's names, one a line, in its order: leanings are kept for these
 * @returns the model; a few seconds for four thousand sentences
 */
export function trainAnchors(marked: readonly MarkedReading[], names: string): AnchorModel {
  const leanings = new Leanings(leaningNames(names));
  for (const each of marked) leanings.add(each, 1);
  const sentences = marked
    .filter(({ anchor }) => anchor.to - anchor.from <= MAX_TOKENS)
    .map((each) => {
      // A sentence must not learn from what it taught itself: that would be believed too much.
      leanings.add(each, -1);
      const features = spanFeatures(each.reading, leanings.of(each.note));
      leanings.add(each, 1);
      return { features, anchor: each.anchor };
    });
  const learner = learnerFor(sentences);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    // Every seventeenth sentence in turn, so that those of one note don't follow each other.
    const stride = 17 + 2 * epoch;
    for (let first = 0; first < stride; first++) {
      for (let at = first; at < sentences.length; at += stride) {
        const sentence = sentences[at];
        if (sentence) learn(learner, sentence.features, sentence.anchor);
      }
    }
  }
  return { weights: steps(learner.weights), step: STEP, leanings: leanings.letters(toLetter) };
}

const steps = ({ names, runs }: Weights): Record<string, number> =>
  Object.fromEntries(
    [...names, ...[...runs].map((weight, feature) => [String(feature), weight] as const)].flatMap(([name, weight]) => {
      const whole = Math.round(weight / STEP);
      return whole === 0 ? [] : [[name, whole]];
    }),
  );
