/**
 * What speaks for a run of words as a footnote's anchor: the words in it, how it begins and ends, its length. Features are
 * numbers, those of tokens, of places between them and of whole runs each counted from 0: the anchor model holds a weight
 * for each.
 */
import type { Reading } from './reading';
import { breakBefore, CLASSES, MARKS, wordClass } from './word-class';

/** Longest anchor in tokens; readers' own marks have a median of six words. */
export const MAX_TOKENS = 14;

/** How far leanings go: a note's, and those in general. */
export const NOTE_LEVELS = 4;
export const GENERAL_LEVELS = 12;

/**
 * How a name, a stem or `@concept`, leans to marked anchors rather than to the words around them: 0 where it isn't
 * known, else a step from 1, mostly outside, up to `NOTE_LEVELS` or `GENERAL_LEVELS`.
 */
export interface Leaning {
  ofNote(name: string): number;
  inGeneral(name: string): number;
}

export interface RunFeatures {
  /** For each token, `EACH_TOKEN` features that speak for having it inside. */
  tokens: Uint16Array;
  /** For each place between tokens, 0 … length, `EACH_PLACE` features that speak for beginning or for ending there. */
  places: Uint16Array;
  /**
   * What speaks for a run as a whole: its length, breaks, verbs and numbers, its first and last words. The same array each
   * time, filled anew: a sentence has hundreds of runs.
   */
  run(from: number, to: number): Uint16Array;
}

/** Classes with the outside, and marks. */
const KINDS = CLASSES.length + 1;
const OUTSIDE = CLASSES.length;
const BREAKS = MARKS.length;
/** Tokens of a clause are counted by twos up to this. */
const CLAUSE_SIZES = 6;

/** From how many features there are of each kind, where each kind begins to count, and how many there are in all. */
function numbered<Kind extends string>(sizes: Record<Kind, number>): Record<Kind | 'end', number> {
  let end = 0;
  const starts = Object.entries<number>(sizes).map(([kind, size]) => {
    end += size;
    return [kind, end - size];
  });
  return { ...Object.fromEntries(starts), end };
}

/** A Chinese run is counted in characters, and so longer. */
const HAN = 20;

export const TOKEN = numbered({
  ...{ kind: KINDS, clause: 4, size: CLAUSE_SIZES, verb: 4 },
  ...{ ofNote: NOTE_LEVELS + 1, inGeneral: GENERAL_LEVELS + 1 },
  ...{ meantByNote: NOTE_LEVELS + 1, meantInGeneral: GENERAL_LEVELS + 1 },
});
const PLACE = numbered({
  ...{ mark: BREAKS, left: KINDS, right: KINDS, both: KINDS * BREAKS * KINDS },
  ...{ leftTwo: KINDS * KINDS * BREAKS, rightTwo: KINDS * KINDS * BREAKS },
});
const RUN = numbered({
  ...{ size: MAX_TOKENS + HAN + 1, breaks: 16, inner: 4, verb: 8, number: 4 },
  ...{ marks: BREAKS * BREAKS, ends: CLASSES.length ** 2 },
});

export const EACH_TOKEN = 8;
export const EACH_PLACE = 8;
export const EACH_RUN = 7;
export const TOKEN_FEATURES = TOKEN.end;
export const RUN_FEATURES = RUN.end;
/** Those of the words on both sides come last. @param words how many words are told apart at borders */
export const placeFeatures = (words: number): number => PLACE.end + 2 * (words + 1);

const VERBS = new Set(['X', 'e'].map((name) => CLASSES.indexOf(name)));
const NUMBER = CLASSES.indexOf('#');
const CONJUNCTION = CLASSES.indexOf('C');
const HAN_KIND = CLASSES.indexOf('h');

interface Grammar {
  kinds: number[];
  /** Before each token, and after the last. */
  marks: number[];
  /** For each token the index of its clause. */
  clause: number[];
  /** Tokens of each clause. */
  sizes: number[];
  /** For each clause, the first token that looks like a finite verb, or -1. */
  verbs: number[];
}

function grammarOf(reading: Reading): Grammar {
  const { tokens } = reading;
  const kinds = tokens.map((_, at) => CLASSES.indexOf(wordClass(reading, at)));
  const marks = Array.from({ length: tokens.length + 1 }, (_, at) => MARKS.indexOf(breakBefore(reading, at)));
  const grammar: Grammar = { kinds, marks, clause: [], sizes: [], verbs: [] };
  tokens.forEach(({ word }, at) => {
    const opens = marks[at] !== 0 || (kinds[at] === CONJUNCTION && word !== 'and' && word !== 'or');
    if (opens) {
      grammar.sizes.push(0);
      grammar.verbs.push(-1);
    }
    const last = grammar.sizes.length - 1;
    grammar.clause.push(last);
    grammar.sizes[last] = (grammar.sizes[last] ?? 0) + 1;
    if (grammar.verbs[last] === -1 && VERBS.has(kinds[at] ?? OUTSIDE)) grammar.verbs[last] = at;
  });
  return grammar;
}

/** Where a token's clause stands: the only one, the first, in the middle, or last. */
function clausePlace({ sizes }: Grammar, clause: number): number {
  const last = sizes.length - 1;
  if (last === 0) return 0;
  if (clause === 0) return 1;
  return clause === last ? 3 : 2;
}

/** Where a token stands in its clause: there is no verb, before it, it is it, or after it. */
function verbSide({ verbs }: Grammar, clause: number, at: number): number {
  const verb = verbs[clause] ?? -1;
  if (verb < 0) return 0;
  return at < verb ? 1 : at === verb ? 2 : 3;
}

/** For each token, the strongest leaning of the concepts it belongs to. */
function meant({ tokens, hits }: Reading, leaningOf: (name: string) => number): Uint8Array {
  const most = new Uint8Array(tokens.length);
  for (const { value, from, to } of hits) {
    const leaning = leaningOf(`@${value}`);
    for (let at = from; at < to; at++) most[at] = Math.max(most[at] ?? 0, leaning);
  }
  return most;
}

function tokenFeatures(reading: Reading, grammar: Grammar, leaning: Leaning): Uint16Array {
  const features = new Uint16Array(reading.tokens.length * EACH_TOKEN);
  const ofNote = meant(reading, (name) => leaning.ofNote(name));
  const inGeneral = meant(reading, (name) => leaning.inGeneral(name));
  reading.tokens.forEach(({ key }, at) => {
    const clause = grammar.clause[at] ?? 0;
    features.set(
      [
        TOKEN.kind + (grammar.kinds[at] ?? 0),
        TOKEN.clause + clausePlace(grammar, clause),
        TOKEN.size + Math.min(CLAUSE_SIZES - 1, (grammar.sizes[clause] ?? 0) >> 1),
        TOKEN.verb + verbSide(grammar, clause, at),
        TOKEN.ofNote + leaning.ofNote(key),
        TOKEN.inGeneral + leaning.inGeneral(key),
        TOKEN.meantByNote + (ofNote[at] ?? 0),
        TOKEN.meantInGeneral + (inGeneral[at] ?? 0),
      ],
      at * EACH_TOKEN,
    );
  });
  return features;
}

/** What a place between two words looks like: the words and their classes on both sides, and the mark between. */
function borders({ tokens }: Reading, { kinds, marks }: Grammar, words: ReadonlyMap<string, number>): Uint16Array {
  const features = new Uint16Array(marks.length * EACH_PLACE);
  const kind = (at: number): number => kinds[at] ?? OUTSIDE;
  const word = (at: number): number => words.get(tokens[at]?.word ?? '') ?? 0;
  marks.forEach((mark, place) => {
    const [left, right] = [kind(place - 1), kind(place)];
    features.set(
      [
        PLACE.mark + mark,
        PLACE.left + left,
        PLACE.right + right,
        PLACE.both + (left * BREAKS + mark) * KINDS + right,
        PLACE.leftTwo + (kind(place - 2) * KINDS + left) * BREAKS + mark,
        PLACE.rightTwo + (mark * KINDS + right) * KINDS + kind(place + 1),
        PLACE.end + 2 * word(place - 1),
        PLACE.end + 2 * word(place) + 1,
      ],
      place * EACH_PLACE,
    );
  });
  return features;
}

/** How many of the tokens before each place fit. */
function counted(length: number, fits: (at: number) => boolean): number[] {
  const counts = [0];
  for (let at = 0; at < length; at++) counts.push((counts[at] ?? 0) + (fits(at) ? 1 : 0));
  return counts;
}

const SHORT = 3;

function scaleOf(size: number): number {
  if (size <= 2) return 0;
  if (size <= 5) return 1;
  return size <= 8 ? 2 : 3;
}

function wholeRuns({ kinds, marks }: Grammar): RunFeatures['run'] {
  const { length } = kinds;
  const isVerb = (at: number): boolean => VERBS.has(kinds[at] ?? OUTSIDE);
  const inner = counted(length, (at) => marks[at] !== 0);
  const verbs = counted(length, isVerb);
  const numbers = counted(length, (at) => kinds[at] === NUMBER);
  const value = (list: readonly number[], at: number): number => list[at] ?? 0;
  const features = new Uint16Array(EACH_RUN);
  return (from, to) => {
    const short = Number(to - from <= SHORT);
    const verb = Number(value(verbs, to) > value(verbs, from));
    const number = Number(value(numbers, to) > value(numbers, from));
    const [before, after] = [value(marks, from), value(marks, to)];
    features[0] = RUN.size + (to - from) + (kinds[from] === HAN_KIND ? HAN : 0);
    features[1] = RUN.breaks + scaleOf(to - from) * 4 + Number(before > 0) * 2 + Number(after > 0);
    features[2] = RUN.inner + Math.min(3, value(inner, to) - value(inner, from + 1));
    features[3] = RUN.verb + verb * 4 + Number(isVerb(from)) * 2 + short;
    features[4] = RUN.number + number * 2 + short;
    features[5] = RUN.marks + before * BREAKS + after;
    features[6] = RUN.ends + value(kinds, from) * CLASSES.length + value(kinds, to - 1);
    return features;
  };
}

/**
 * The features of all runs of words in a sentence.
 * @param words the words that are told apart at borders, numbered from 1
 */
export function runFeatures(reading: Reading, leaning: Leaning, words: ReadonlyMap<string, number>): RunFeatures {
  const grammar = grammarOf(reading);
  return {
    tokens: tokenFeatures(reading, grammar, leaning),
    places: borders(reading, grammar, words),
    run: wholeRuns(grammar),
  };
}
