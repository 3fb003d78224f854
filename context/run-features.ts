/**
 * What speaks for a run of words as a footnote's anchor: the words in it, how it begins and ends, its length. Each feature
 * is a short name; the anchor model holds a weight for those that matter.
 */
import type { Reading } from './reading';
import { breakBefore, CLASSES, MARKS, wordClass } from './word-class';

/** Longest anchor in tokens; readers' own marks have a median of six words. */
export const MAX_TOKENS = 14;

/**
 * How a name, a stem or `@concept`, leans to marked anchors rather than to the words around them: 0 where it isn't
 * known, else a step from 1, mostly outside, upwards.
 */
export interface Leaning {
  ofNote(name: string): number;
  inGeneral(name: string): number;
}

export interface RunFeatures {
  /** For each token, what speaks for having it inside. */
  tokens: string[][];
  /** For each place between tokens, 0 … length, what speaks for beginning there, and for ending there. */
  starts: string[][];
  ends: string[][];
  /**
   * What speaks for a run as a whole, as numbers under `RUN_FEATURES`: its length, breaks, verbs and numbers, its first and
   * last words. The same array each time, filled anew: a sentence has hundreds of runs.
   */
  run(from: number, to: number): Uint16Array;
}

interface Grammar {
  classes: string[];
  breaks: string[];
  /** For each token the index of its clause. */
  clause: number[];
  /** Tokens of each clause. */
  sizes: number[];
  /** For each clause, the first token that looks like a finite verb, or -1. */
  verbs: number[];
}

const isVerb = (name: string | undefined): boolean => name === 'X' || name === 'e';

function grammarOf(reading: Reading): Grammar {
  const { tokens } = reading;
  const classes = tokens.map((_, at) => wordClass(reading, at));
  const breaks = Array.from({ length: tokens.length + 1 }, (_, at) => breakBefore(reading, at));
  const grammar: Grammar = { classes, breaks, clause: [], sizes: [], verbs: [] };
  tokens.forEach(({ word }, at) => {
    const opens = breaks[at] !== '_' || (classes[at] === 'C' && word !== 'and' && word !== 'or');
    if (opens) {
      grammar.sizes.push(0);
      grammar.verbs.push(-1);
    }
    const last = grammar.sizes.length - 1;
    grammar.clause.push(last);
    grammar.sizes[last] = (grammar.sizes[last] ?? 0) + 1;
    if (grammar.verbs[last] === -1 && isVerb(classes[at])) grammar.verbs[last] = at;
  });
  return grammar;
}

/** Where in its clause, and where its clause in the sentence. */
function placeOf({ clause, sizes, verbs }: Grammar, at: number): string[] {
  const own = clause[at] ?? 0;
  const verb = verbs[own] ?? -1;
  const last = sizes.length - 1;
  const where = last === 0 ? '1' : own === 0 ? 'f' : own === last ? 'l' : 'm';
  const side = verb < 0 ? 'n' : at < verb ? 'b' : at === verb ? 'v' : 'a';
  return [`p${where}`, `z${Math.min(5, (sizes[own] ?? 0) >> 1)}`, `v${side}`];
}

const strongest = (names: readonly string[], leaning: (name: string) => number): number =>
  names.reduce((most, name) => Math.max(most, leaning(name)), 0);

function tokenFeatures(reading: Reading, grammar: Grammar, leaning: Leaning): string[][] {
  const concepts = reading.tokens.map((): string[] => []);
  for (const { value, from, to } of reading.hits) {
    for (let at = from; at < to; at++) concepts[at]?.push(`@${value}`);
  }
  return reading.tokens.map(({ key }, at) => [
    `c${grammar.classes[at]}`,
    ...placeOf(grammar, at),
    `n${leaning.ofNote(key)}`,
    `g${leaning.inGeneral(key)}`,
    `N${strongest(concepts[at] ?? [], (name) => leaning.ofNote(name))}`,
    `G${strongest(concepts[at] ?? [], (name) => leaning.inGeneral(name))}`,
  ]);
}

/** What a place between two words looks like: the words and their classes on both sides, and the mark between. */
function borders({ tokens }: Reading, { classes, breaks }: Grammar, side: string): string[][] {
  const at = (index: number): string => classes[index] ?? '^';
  const word = (index: number): string => tokens[index]?.word ?? '^';
  return breaks.map((mark, place) => {
    const [before, left, right, after] = [at(place - 2), at(place - 1), at(place), at(place + 1)];
    const found = [mark, `l${left}`, `r${right}`, `${left}${mark}${right}`];
    found.push(`<${before}${left}${mark}`, `>${mark}${right}${after}`);
    return [...found, `L${word(place - 1)}`, `R${word(place)}`].map((name) => side + name);
  });
}

/** How many of the tokens before each place fit. */
function counted(length: number, fits: (at: number) => boolean): number[] {
  const counts = [0];
  for (let at = 0; at < length; at++) counts.push((counts[at] ?? 0) + (fits(at) ? 1 : 0));
  return counts;
}

/** Where each kind of a whole run's features begins to count; the kinds don't overlap. */
const BASE = { size: 0, breaks: 40, inner: 60, verb: 70, number: 80, marks: 100, ends: 200 };
export const RUN_FEATURES = BASE.ends + CLASSES.length ** 2;
/** A Chinese run is counted in characters, and so longer. */
const HAN = 20;
const SHORT = 3;

function scaleOf(size: number): number {
  if (size <= 2) return 0;
  if (size <= 5) return 1;
  return size <= 8 ? 2 : 3;
}

/** The features of all runs of words in a sentence. */
export function runFeatures(reading: Reading, leaning: Leaning): RunFeatures {
  const grammar = grammarOf(reading);
  const { classes, breaks } = grammar;
  const { length } = classes;
  const inner = counted(length, (at) => breaks[at] !== '_');
  const verbs = counted(length, (at) => isVerb(classes[at]));
  const numbers = counted(length, (at) => classes[at] === '#');
  const kinds = classes.map((name) => CLASSES.indexOf(name));
  const marks = breaks.map((name) => MARKS.indexOf(name));
  const value = (list: readonly number[], at: number): number => list[at] ?? 0;
  const features = new Uint16Array(Object.keys(BASE).length);
  const run = (from: number, to: number): Uint16Array => {
    const short = Number(to - from <= SHORT);
    const verb = Number(value(verbs, to) > value(verbs, from));
    const number = Number(value(numbers, to) > value(numbers, from));
    const [before, after] = [value(marks, from), value(marks, to)];
    features[0] = BASE.size + (to - from) + (classes[from] === 'h' ? HAN : 0);
    features[1] = BASE.breaks + scaleOf(to - from) * 4 + Number(before > 0) * 2 + Number(after > 0);
    features[2] = BASE.inner + Math.min(3, value(inner, to) - value(inner, from + 1));
    features[3] = BASE.verb + verb * 4 + Number(isVerb(classes[from])) * 2 + short;
    features[4] = BASE.number + number * 2 + short;
    features[5] = BASE.marks + before * MARKS.length + after;
    features[6] = BASE.ends + value(kinds, from) * CLASSES.length + value(kinds, to - 1);
    return features;
  };
  return {
    tokens: tokenFeatures(reading, grammar, leaning),
    starts: borders(reading, grammar, 'S'),
    ends: borders(reading, grammar, 'E'),
    run,
  };
}
