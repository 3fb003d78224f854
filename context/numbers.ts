/**
 * Numbers however they are written: "four in ten", "40 percent", "40%", "two-fifths" are one share; "nearly twenty
 * thousand" and "19,955" are near one another; "2018" is a year.
 */
import type { Token } from './tokens';

/** A number over tokens `[from, to)`. A share is in per cent. */
export interface Quantity {
  kind: 'share' | 'count' | 'year';
  value: number;
  from: number;
  to: number;
}

// Maps, not records: a text may hold the word “constructor”.
const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
);
const SCALES = new Map(
  Object.entries({
    hundred: 1e2,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    十: 10,
    百: 1e2,
    千: 1e3,
    万: 1e4,
    萬: 1e4,
    亿: 1e8,
    億: 1e8,
  }),
);
const PARTS = new Map(
  Object.entries({
    half: 50,
    third: 100 / 3,
    quarter: 25,
    fifth: 20,
    sixth: 100 / 6,
    tenth: 10,
    thirds: 100 / 3,
    quarters: 25,
    fifths: 20,
    sixths: 100 / 6,
    tenths: 10,
  }),
);
const HAN_DIGITS = new Map(Object.entries({ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }));

const VAGUE = new Map(Object.entries({ dozens: 50, hundreds: 500, thousands: 5000, dozen: 12 }));

const FIRST_WORDS = new Set([UNITS, TENS, PARTS, HAN_DIGITS, VAGUE].flatMap((words) => [...words.keys()]).concat('a'));
/** Whether a number may begin with a word: nearly all words are passed over with this. */
const mayBegin = (word: string): boolean => FIRST_WORDS.has(word) || /^\d/.test(word);

interface Read {
  value: number;
  to: number;
  digits: boolean;
}

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? '';

/** One plain number at `at`: digits, or a word up to ninety-nine, without its scale. */
function readBase(tokens: readonly Token[], at: number): Read | null {
  const first = word(tokens, at);
  if (/^\d/.test(first)) return { value: Number.parseFloat(first.replaceAll(',', '')), to: at + 1, digits: true };
  const tens = TENS.get(first);
  const unit = UNITS.get(first) ?? HAN_DIGITS.get(first);
  if (tens !== undefined) {
    const ones = UNITS.get(word(tokens, at + 1));
    return ones !== undefined && ones > 0 && ones < 10
      ? { value: tens + ones, to: at + 2, digits: false }
      : { value: tens, to: at + 1, digits: false };
  }
  return unit === undefined ? null : { value: unit, to: at + 1, digits: false };
}

/** A number with its scales: "1.5 million", "six hundred thousand", "two hundred and fifty". */
function readNumber(tokens: readonly Token[], at: number): Read | null {
  const base = readBase(tokens, at);
  if (!base) return null;
  let { value, to } = base;
  for (let scale = SCALES.get(word(tokens, to)); scale; scale = SCALES.get(word(tokens, to))) {
    value *= scale;
    to++;
    const joint = word(tokens, to) === 'and' ? to + 1 : to;
    const rest = scale <= 1e3 ? readBase(tokens, joint) : null;
    if (rest && !rest.digits && rest.value < scale) {
      value += rest.value;
      to = rest.to;
    }
  }
  return { value, to, digits: base.digits && to === base.to };
}

/** "in ten", "out of 10", "of every three" after a number: the whole that it is a part of. */
function readWhole(tokens: readonly Token[], at: number): Read | null {
  let to = at;
  if (word(tokens, to) === 'out') to++;
  if (!/^(?:in|of)$/.test(word(tokens, to))) return null;
  to++;
  if (word(tokens, to) === 'every') to++;
  else if (word(tokens, at) === 'of') return null;
  return readBase(tokens, to);
}

function readShare(tokens: readonly Token[], at: number): Quantity | null {
  const part = PARTS.get(word(tokens, at));
  if (part && word(tokens, at) !== 'third' && word(tokens, at) !== 'fifth')
    return { kind: 'share', value: part, from: at, to: at + 1 };
  if (/^(?:a|one)$/.test(word(tokens, at)) && PARTS.get(word(tokens, at + 1)))
    return { kind: 'share', value: PARTS.get(word(tokens, at + 1)) ?? 0, from: at, to: at + 2 };
  const number = readNumber(tokens, at);
  if (!number) return null;
  const { value, to } = number;
  if (/^(?:%|％|percent|pct)$/.test(word(tokens, to))) return { kind: 'share', value, from: at, to: to + 1 };
  if (word(tokens, to) === 'per' && word(tokens, to + 1) === 'cent')
    return { kind: 'share', value, from: at, to: to + 2 };
  const parts = PARTS.get(word(tokens, to));
  if (parts && value < 10) return { kind: 'share', value: value * parts, from: at, to: to + 1 };
  const whole = readWhole(tokens, to);
  if (whole && whole.value >= value && whole.value <= 100 && whole.value > 1)
    return { kind: 'share', value: (100 * value) / whole.value, from: at, to: whole.to };
  return null;
}

/** All quantities in a sentence's tokens, left to right, without overlaps. */
export function findQuantities(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const quantity = mayBegin(word(tokens, at)) ? (readShare(tokens, at) ?? readCount(tokens, at)) : null;
    if (quantity) found.push(quantity);
    at = quantity ? quantity.to : at + 1;
  }
  return found;
}

function readCount(tokens: readonly Token[], at: number): Quantity | null {
  const vague = VAGUE.get(word(tokens, at));
  if (vague) return { kind: 'count', value: vague, from: at, to: at + 1 };
  const number = readNumber(tokens, at);
  if (!number) return null;
  const { value, to, digits } = number;
  const year = digits && /^(?:19|20)\d\d$/.test(word(tokens, at));
  return { kind: year ? 'year' : 'count', value, from: at, to };
}

/** Keys that near quantities share: the kind, and a coarse bucket (5 points for shares, one digit for counts). */
export function quantityKeys({ kind, value }: Quantity): string[] {
  if (kind === 'year') return ['#year', `#year:${value}`];
  if (kind === 'share') return ['#share', `#share:${Math.round(value / 5) * 5}`];
  return value < 3 ? [] : ['#count', `#count:${Number(value.toPrecision(1))}`];
}
