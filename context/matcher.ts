/**
 * Sentence → notes. Gates by meaning decide who may stand; the ranker orders them; a calibrated probability decides
 * whether anybody is right enough to be shown. A long sentence is also judged clause by clause, since it can make two
 * claims.
 */
import type { Anchors } from './anchor';
import { asserts } from './assertion';
import { type Calibration, probabilityOf } from './calibration';
import { featuresOf } from './features';
import { Gates } from './gates';
import type { Ranking } from './ranking';
import type { Reading } from './reading';
import type { Run } from './runs';
import { type Ranked, SentenceScores } from './scores';
import { type Signature, type Surroundings, unmetOf } from './signature';

/** A note that a sentence (or one clause of it) makes. Token positions are those of the sentence. */
export interface Candidate {
  note: number;
  /** 0 … 1 */
  probability: number;
  /** The whole sentence, or the clause that makes the claim. */
  run: Run;
}

/** Sentences at least this long, in tokens, are judged by clauses too. */
const LONG = 18;
const SHORTEST_CLAUSE = 5;
/** What parts two clauses: a mark between the words, or a word that opens the next one. */
const MARK = /[,;:—–()“”"，；：]/u;
const OPENER = new Set(['but', 'while', 'which', 'who', 'as', 'after', 'because']);

/** Candidates less likely than this say nothing at all. */
const LIKELY = 0.3;

/** How many of the telling features are given as reasons. */
const TELLING = 6;

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

export class Matcher {
  readonly #gates: Gates;

  constructor(
    private readonly ranking: Ranking,
    private readonly anchors: Anchors,
    private readonly signatures: readonly Signature[],
    private readonly calibration: Calibration,
  ) {
    this.#gates = new Gates(signatures);
  }

  /** From this probability on a note is shown. */
  get threshold(): number {
    return this.calibration.threshold;
  }

  /** The notes that a sentence makes, or that are likely enough to tell of its article's subject; each once, best first. */
  match(reading: Reading, around: Surroundings): Candidate[] {
    const found = new Map<number, Candidate>();
    const probabilityOf = (ranked: Ranked): number => this.#probabilityOf(ranked, reading, around);
    for (const { run, ranked } of this.rank(reading, around, (among) => probabilityOf(among) >= LIKELY)) {
      const probability = probabilityOf(ranked);
      if (probability < LIKELY || probability <= (found.get(ranked.note)?.probability ?? 0)) continue;
      found.set(ranked.note, { note: ranked.note, probability, run });
    }
    return [...found.values()].sort((a, b) => b.probability - a.probability);
  }

  /**
   * The best note whose gates are open, for the whole sentence and then for each of its clauses.
   * @param worth which of them to go on with, before they are held against their rivals
   */
  rank(
    reading: Reading,
    around: Surroundings,
    worth: (among: Ranked) => boolean = () => true,
  ): { run: Run; ranked: Ranked }[] {
    const features = this.ranking.weigh(featuresOf(reading, [...around.cards]));
    const open = this.#gates.open(reading, around, this.ranking.likely(features));
    if (open.length === 0) return [];
    const scores = new SentenceScores(this.ranking, features, open);
    const whole = { from: 0, to: reading.tokens.length };
    return [whole, ...clauses(reading)].flatMap((run) => {
      const ranked = scores.best(run, worth);
      return ranked && asserts(reading, run, this.signatures[ranked.note]?.negative === true) ? [{ run, ranked }] : [];
    });
  }

  #probabilityOf(ranked: Ranked, reading: Reading, around: Surroundings): number {
    const signature = this.signatures[ranked.note];
    return probabilityOf(this.calibration, ranked, signature ? unmetOf(signature, reading, around) : 0);
  }

  /** The words that a candidate's footnote hangs on, clear of those that are taken; none where these were the likely ones. */
  anchor(reading: Reading, { note, run }: Candidate, taken?: Run): Run | undefined {
    return this.anchors.choose(reading, note, run, taken);
  }

  /** What the sentence says that spoke most for a candidate: its telling words as they are read, neighbours joined. */
  because(reading: Reading, cards: readonly string[], { note, run }: Candidate): string[] {
    const scores = new SentenceScores(this.ranking, this.ranking.weigh(featuresOf(reading, cards)), [note]);
    const words = joined(scores.telling(note, run).slice(0, TELLING)).map(({ from, to }) => wordsIn(reading, from, to));
    return [...new Set(words)];
  }
}

/** Runs in reading order, those that touch as one. */
function joined(runs: readonly Run[]): Run[] {
  const apart: Run[] = [];
  for (const { from, to } of runs.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}

/** The text over tokens `[from, to)`. */
export function wordsIn({ text, tokens }: Reading, from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}
