/**
 * Trains the anchor model from the anchors that writers marked: log-likelihood of the marked runs, by stochastic
 * gradient steps scaled for each feature (AdaGrad; Duchi et al., 2011). Deterministic.
 */

import { type AnchorModel, leaningNames, type Run, type Weights, weighSpans } from '../context/anchor';
import { toLetter } from '../context/ranker';
import type { Reading } from '../context/reading';
import { MAX_TOKENS, type SpanFeatures, spanFeatures } from '../context/span-features';
import { Leanings } from './leanings';
import { type Bench, unmark } from './samples';
import type { AuthoredNote, RoundSentence } from './schema';

/** A sentence that makes a note's claim, and its marked anchor in tokens. */
export interface MarkedReading {
  reading: Reading;
  note: number;
  anchor: Run;
}

/** The marked sentences of notes and rounds, as tokens; a mark that covers no word is left out. */
export function markedOf(
  bench: Bench,
  notes: readonly AuthoredNote[],
  rounds: readonly RoundSentence[],
): MarkedReading[] {
  const places = new Map(notes.map(({ id }, index) => [id, index]));
  const own = notes.flatMap(({ examples }, note) => examples.map((sentence) => ({ note, sentence })));
  const more = rounds.flatMap(({ note, text }) => {
    const place = places.get(note ?? '');
    return place === undefined ? [] : [{ note: place, sentence: text }];
  });
  return [...own, ...more].flatMap(({ note, sentence }) => {
    const { text, start, end } = unmark(sentence);
    const { reading } = bench.judge(text);
    const anchor = tokensIn(reading, start, end);
    return anchor.to > anchor.from ? [{ reading, note, anchor }] : [];
  });
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

interface Learner {
  weights: Map<string | number, number>;
  squares: Map<string | number, number>;
}

function move({ weights, squares }: Learner, names: readonly (string | number)[], gradient: number): void {
  if (Math.abs(gradient) < 1e-3) return;
  for (const name of names) {
    const weight = weights.get(name);
    if (weight === undefined) continue;
    const square = (squares.get(name) ?? 1) + gradient * gradient;
    squares.set(name, square);
    weights.set(name, weight + (RATE * gradient) / Math.sqrt(square));
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
    if (Math.abs(gradient) > 1e-3) move(learner, features.span(from, to), gradient);
  }
  let inside = 0;
  for (let at = 0; at <= length; at++) {
    inside += (starts[at] ?? 0) - (ends[at] ?? 0);
    move(learner, features.tokens[at] ?? [], inside);
    move(learner, features.starts[at] ?? [], starts[at] ?? 0);
    move(learner, features.ends[at] ?? [], ends[at] ?? 0);
  }
}

/** The features worth a weight: those seen often enough in marked anchors or at all borders and tokens. */
function frequent(sentences: readonly { features: SpanFeatures; anchor: Run }[]): Map<string | number, number> {
  const seen = new Map<string | number, number>();
  for (const { features, anchor } of sentences) {
    const { tokens, starts, ends, span } = features;
    for (const name of [...tokens, ...starts, ...ends, span(anchor.from, anchor.to)].flat()) {
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  return new Map([...seen].filter(([, count]) => count >= LEAST_SEEN).map(([name]) => [name, 0]));
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
  const learner: Learner = { weights: frequent(sentences), squares: new Map() };
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

const steps = (weights: Weights): Record<string, number> =>
  Object.fromEntries(
    [...weights].flatMap(([name, weight]) => {
      const whole = Math.round(weight / STEP);
      return whole === 0 ? [] : [[name, whole]];
    }),
  );
