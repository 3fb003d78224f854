/**
 * Sentence → notes. Gates by meaning decide who may stand; the ranker orders them; a calibrated probability decides
 * whether anybody is right enough to be shown. A long sentence is also judged clause by clause, since it can make two
 * claims.
 */
import type { Anchors, Run } from './anchor';
import { type Feature, featuresOf } from './features';
import type { Ranking } from './ranker';
import type { Reading } from './reading';
import { passes, type Signature, type Surroundings, unmetOf } from './signature';

/** How scores become probabilities (logistic), and where silence ends; fitted on cross-validation. */
export interface Calibration {
  constant: number;
  score: number;
  margin: number;
  /** For the score of “no claim at all”. */
  none: number;
  /** For each likely group of the note's signature that the sentence leaves unmet. */
  unmet: number;
  threshold: number;
}

/** A note that a sentence (or one clause of it) makes. Token positions are those of the sentence. */
export interface Candidate {
  note: number;
  /** 0 … 1 */
  probability: number;
  anchor: Run;
  /** The words of the sentence that spoke most for the note, strongest first. */
  because: string[];
}

/** Sentences at least this long, in tokens, are judged by clauses too. */
const LONG = 18;
const SHORTEST_CLAUSE = 5;
/** What parts two clauses: a mark between the words, or a word that opens the next one. */
const MARK = /[,;:—–()“”"，；：]/u;
const OPENER = new Set(['but', 'while', 'which', 'who', 'as', 'after', 'because']);

/** How many features are named as reasons. */
const REASONS = 4;

export interface Ranked {
  note: number;
  score: number;
  margin: number;
  /** How much the sentence looks like one that makes no claim at all. */
  none: number;
}

/** Whether a clause begins at a token. “And” opens one only before a verb: science and technology are one thing. */
function opensClause({ text, tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  if (!token) return true;
  if (MARK.test(text.slice(tokens[at - 1]?.end ?? 0, token.start)) || OPENER.has(token.word)) return true;
  return token.word === 'and' && /(?:ing|ed)$/.test(tokens[at + 1]?.word ?? '');
}

/** Clauses of a sentence as token runs; none where the sentence is short or whole. */
export function clauses(reading: Reading): Run[] {
  const { length } = reading.tokens;
  if (length < LONG) return [];
  const runs: Run[] = [];
  let from = 0;
  for (let at = 1; at <= length; at++) {
    if (!opensClause(reading, at)) continue;
    if (at - from >= SHORTEST_CLAUSE && at - from < length) runs.push({ from, to: at });
    from = at;
  }
  return runs;
}

function within(features: readonly Feature[], run: Run): Feature[] {
  return features.filter(({ from, to }) => from === to || (from >= run.from && to <= run.to));
}

export class Matcher {
  constructor(
    private readonly ranking: Ranking,
    private readonly anchors: Anchors,
    private readonly signatures: readonly Signature[],
    private readonly calibration: Calibration,
  ) {}

  /** The notes that a sentence makes, best first, at most one for each run of words. */
  match(reading: Reading, around: Surroundings): Candidate[] {
    const open = this.signatures.flatMap((signature, note) => (passes(signature, reading, around) ? [note] : []));
    if (open.length === 0) return [];
    const features = featuresOf(reading, [...around.cards]);
    const whole = { from: 0, to: reading.tokens.length };
    const found = [whole, ...clauses(reading)].flatMap((run) =>
      this.#judge(reading, around, within(features, run), run, open),
    );
    return dropRivals(found.sort((a, b) => b.probability - a.probability));
  }

  #judge(
    reading: Reading,
    around: Surroundings,
    features: readonly Feature[],
    run: Run,
    open: readonly number[],
  ): Candidate[] {
    const { scores, share } = this.ranking.score(features.map(({ name }) => name));
    const best = topOf(scores, open);
    if (!best) return [];
    const signature = this.signatures[best.note];
    const left = signature ? unmetOf(signature, reading, around) : 0;
    const probability = probabilityOf(this.calibration, best, left);
    if (probability < this.calibration.threshold) return [];
    const part = (name: string): number => share(name, best.note);
    const anchor = this.anchors.choose(reading, best.note, run);
    const telling = features.filter(({ from, to }) => to > from).sort((a, b) => part(b.name) - part(a.name));
    const because = [...new Set(telling.slice(0, REASONS).map(({ from, to }) => wordsIn(reading, from, to)))];
    return [{ note: best.note, probability, anchor, because }];
  }
}

/** The text over tokens `[from, to)`. */
export function wordsIn({ text, tokens }: Reading, from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/**
 * The best of the notes that may stand, and its lead over the next of all: where a note whose gates are shut scores near
 * it, the sentence is likely another's. `scores` are the ranker's, “none” last.
 */
export function topOf(scores: Float64Array, open: readonly number[]): Ranked | null {
  let best = -1;
  for (const note of open) if (best < 0 || (scores[note] ?? -1) > (scores[best] ?? -1)) best = note;
  if (best < 0) return null;
  const score = scores[best] ?? -1;
  let next = -1;
  for (let note = 0; note < scores.length - 1; note++) {
    if (note !== best) next = Math.max(next, scores[note] ?? -1);
  }
  return { note: best, score, margin: score - next, none: scores.at(-1) ?? 0 };
}

/** @param unmet likely groups of the note's signature that the sentence leaves unmet */
export function probabilityOf(calibration: Calibration, ranked: Ranked, unmet: number): number {
  const { constant, score, margin, none } = calibration;
  const sum = constant + score * ranked.score + margin * ranked.margin + none * ranked.none + calibration.unmet * unmet;
  return 1 / (1 + Math.exp(-sum));
}

function dropRivals(sorted: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    const clash = kept.some(
      ({ note, anchor }) =>
        note === candidate.note || (anchor.from < candidate.anchor.to && candidate.anchor.from < anchor.to),
    );
    if (!clash) kept.push(candidate);
  }
  return kept;
}
