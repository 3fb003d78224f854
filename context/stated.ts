/** The dates and numbers that an article states, in its own words and where they stand. */
import type { Quantity } from './numbers';
import type { Reading } from './reading';
import type { Anchor, Stated } from './schema';
import { breakBefore, wordClass } from './word-class';

/** Of each kind, so that an article full of figures doesn't fill a screen with them. */
const MOST = 12;
/** Smaller counts are mostly words, and so are those written in words: two countries, twelve years. */
const LEAST_COUNT = { inDigits: 10, inWords: 100 } as const;
/** “50,000 young Americans”: so many words after a number tell of what, and no more after a plural. */
const WORDS_AFTER = 2;

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{3,})?$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])$/;
const CURRENCY = /^[$£€¥]$/;
/** Words that don't go on with what is counted, and those that end it: see `wordClass`. */
const STOPS = new Set([...'DPXCINY#heiy^']);
const PLURAL = 's';

interface Run {
  from: number;
  to: number;
}

/** A year with the month and day around it: “31 January 1979”, “1979年1月31日”. */
function yearAround({ tokens }: Reading, { from, to }: Quantity): Run {
  const word = (at: number) => tokens[at]?.word ?? '';
  const run = { from, to };
  if (MONTH.test(word(from - 1))) run.from = DAY.test(word(from - 2)) ? from - 2 : from - 1;
  else if (DAY.test(word(from - 1)) && MONTH.test(word(from - 2))) run.from = from - 2;
  for (const mark of '年月日') {
    if (word(run.to) === mark) run.to += 1;
    if (mark !== '日' && DAY.test(word(run.to)) && '月日'.includes(word(run.to + 1) || '-')) run.to += 1;
  }
  return run;
}

/** A day with the month beside it, without a year: “27 February”. */
function dayAround({ tokens }: Reading, { from, to }: Quantity): Run | null {
  if (to > from + 1 || !DAY.test(tokens[from]?.word ?? '')) return null;
  if (MONTH.test(tokens[to]?.word ?? '')) return { from, to: to + 1 };
  return MONTH.test(tokens[from - 1]?.word ?? '') ? { from: from - 1, to } : null;
}

const isInDigits = ({ tokens }: Reading, { from }: Quantity): boolean => /\d/.test(tokens[from]?.word ?? '');

function isSmall(reading: Reading, quantity: Quantity): boolean {
  const { kind, value } = quantity;
  return kind === 'count' && value < LEAST_COUNT[isInDigits(reading, quantity) ? 'inDigits' : 'inWords'];
}

/** A number that is part of a name is none: COVID-19, Section 117, Proclamation 10043. */
function isName(reading: Reading, { from }: Quantity): boolean {
  const start = reading.tokens[from]?.start ?? 0;
  return /[\p{L}\d][-–]$/u.test(reading.text.slice(0, start)) || wordClass(reading, from - 1) === 'A';
}

/**
 * The number with the sign before it and the words after it that tell what is counted. Null for one in words alone that
 * nothing follows: “hundreds”, “half”.
 */
function numberAround(reading: Reading, quantity: Quantity): Run | null {
  const { text, tokens } = reading;
  const { kind, from, to } = quantity;
  const run = { from: CURRENCY.test(tokens[from - 1]?.word ?? '') ? from - 1 : from, to };
  const first = tokens[to]?.word === 'of' ? to + 1 : to;
  const inOneWord = to === from + 1 && !isInDigits(reading, quantity);
  if (inOneWord && kind === 'share' && first === to) return null;
  for (let at = first; at < first + WORDS_AFTER; at += 1) {
    const hyphened = text[tokens[at]?.end ?? 0] === '-';
    if (hyphened || breakBefore(reading, at) !== '_' || STOPS.has(wordClass(reading, at))) break;
    run.to = at + 1;
    if (wordClass(reading, at) === PLURAL) break;
  }
  return inOneWord && run.to === to ? null : run;
}

function anchorOver({ text, tokens }: Reading, sentence: number, { from, to }: Run): Anchor {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  return { sentence, start, end, exact: text.slice(start, end) };
}

/** The first place of each date and of each number, in reading order. */
export function statedIn(readings: readonly Reading[]): Stated {
  const dates = new Map<string, Anchor>();
  const numbers = new Map<string, Anchor>();
  readings.forEach((reading, sentence) => {
    const days = reading.quantities.flatMap(
      (quantity) => (quantity.kind === 'year' ? yearAround : dayAround)(reading, quantity) ?? [],
    );
    for (const quantity of reading.quantities) {
      const [day] = days
        .filter((run) => quantity.from >= run.from && quantity.from < run.to)
        .sort((a, b) => b.to - b.from - (a.to - a.from));
      if (day) keep(dates, anchorOver(reading, sentence, day));
      if (day || isSmall(reading, quantity) || isName(reading, quantity)) continue;
      const run = numberAround(reading, quantity);
      if (run) keep(numbers, anchorOver(reading, sentence, run));
    }
  });
  return { dates: [...dates.values()].slice(0, MOST), numbers: [...numbers.values()].slice(0, MOST) };
}

function keep(into: Map<string, Anchor>, anchor: Anchor): void {
  const key = anchor.exact.toLowerCase();
  if (anchor.exact && !into.has(key)) into.set(key, anchor);
}
