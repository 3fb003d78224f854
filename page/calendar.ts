/** A day as some part of a page states it. */
export interface Stamp {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** A time in UTC came with it: where the article was written, the day may have been the one before or after. */
  readonly utc: boolean;
  /** In UTC, and at an hour when most of America or Europe had another day. */
  readonly nearMidnight: boolean;
}

/** A day found in running text, and where. */
export interface Mention {
  readonly day: string;
  readonly index: number;
}

/** The web's first news sites; what is older is a misread number or the date of something else. */
const FIRST_YEAR = 1994;
const DAY_MS = 86_400_000;

/** A day from its numbers; null where there is no such day, or it is not yet. */
function dayOf(year: number, month: number, date: number): string | null {
  const time = Date.UTC(year, month - 1, date);
  const day = Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
  const isReal = day === [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
  // A day's grace: it is tomorrow already in Auckland.
  return isReal && year >= FIRST_YEAR && time <= Date.now() + DAY_MS ? day : null;
}

/** How many days lie between two days. */
export function daysApart(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / DAY_MS;
}

/** Reads a machine's date: ISO 8601 in its variants, or a date as mail and Java print it. The day is the one stated. */
export function readStamp(value: string): Stamp | null {
  const text = value.trim().slice(0, 60);
  const iso = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?!\d)(?:[T |,]\s*(?=\d)(.*))?/.exec(text);
  if (iso) {
    return stampOf(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso[4] ?? '');
  }
  // "Mon Oct 11 14:57:21 CEST 2021": the year is last.
  const java = /^\w{3} (\w{3} \d{1,2}) [\d:]+ (?:\w+ )?(\d{4})$/.exec(text);
  return stampOf(daysIn(java ? `${java[1]}, ${java[2]}` : text, 'en')[0]?.day, /\d\d:\d\d.*/.exec(text)?.[0] ?? '');
}

function stampOf(day: string | null | undefined, time: string): Stamp | null {
  if (!day) return null;
  const utc = /\d(?:Z|\s*[+-]00:?00|\s*(?:UTC|GMT))$/i.test(time);
  const hour = Number.parseInt(time, 10);
  // Midnight to the second is a day without a time.
  const nearMidnight = utc && (hour >= 22 || hour < 5) && !/^00:00(?::00)?(?:\.0+)?\D*[Z+]/i.test(time);
  return { day, utc, nearMidnight };
}

/** The day in an address (`/2023/08/18/`, `/2023-08-18-title`, `/20230818/`, `/2023/aug/18/`); null where there is none. */
export function dayInPath(url: string): string | null {
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const numbers = /[/_-]((?:19|20)\d\d)([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/.exec(path);
  if (numbers && (numbers[2] || numbers[0].length === 9)) {
    return dayOf(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]));
  }
  const named = /\/((?:19|20)\d\d)\/([a-z]{3})\/(\d{1,2})\//.exec(path);
  return named ? dayOf(Number(named[1]), monthOf(named[2] ?? '', 'en'), Number(named[3])) : null;
}

const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)/g;
const DAY_FIRST = /(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d(?=$|[^\d.]))(?![\d.]\d)/g;
// Latin, Greek and Cyrillic by range: compiling \p{L} takes tens of milliseconds on a fresh page.
const LETTER = String.raw`[A-Za-z\u00c0-\u024f\u0370-\u04ff]`;
const NAMED_DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?[\s-]+(?:de |of |d[’'])?\s*(${LETTER}{3,12})\.?,?[\s-]+(?:de[l]? |г\. )?\s*((?:19|20)\d\d)(?!\d)`,
  'g',
);
const NAMED_MONTH_FIRST = new RegExp(
  String.raw`(?<!${LETTER})(${LETTER}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)`,
  'g',
);

/** The days that a text names in a language's way, in order. What can be read as two different days is left out. */
export function daysIn(text: string, language: string): Mention[] {
  if (!/\d/.test(text)) return [];
  const found: Mention[] = [];
  const add = (index: number, day: string | null) => {
    if (day) found.push({ day, index });
  };
  for (const match of text.matchAll(YEAR_FIRST)) {
    add(match.index, dayOf(Number(match[1]), Number(match[2]), Number(match[3])));
  }
  for (const match of text.matchAll(DAY_FIRST)) {
    add(match.index, numericDay(Number(match[1]), Number(match[3]), match[4] ?? '', match[2] === '.', language));
  }
  for (const match of text.matchAll(NAMED_DAY_FIRST)) {
    add(match.index, dayOf(Number(match[3]), monthOf(match[2] ?? '', language), Number(match[1])));
  }
  for (const match of text.matchAll(NAMED_MONTH_FIRST)) {
    add(match.index, dayOf(Number(match[3]), monthOf(match[1] ?? '', language), Number(match[2])));
  }
  return found.sort((a, b) => a.index - b.index);
}

/** `03/04/2023` is March in the United States, April elsewhere, and anybody's guess in English from nowhere. */
function numericDay(first: number, second: number, year: string, dotted: boolean, language: string): string | null {
  if (year.length === 2 && !dotted) return null;
  const fullYear = Number(year.length === 2 ? `20${year}` : year);
  if (dotted || first > 12 || first === second) return dayOf(fullYear, second, first);
  if (second > 12 || language === 'en-US') return dayOf(fullYear, first, second);
  return /^(?:en$|und|zh|ja|ko)/.test(language) ? null : dayOf(fullYear, second, first);
}

/** Whose months are tried after those of the page's own language: its frame may be in another than the article. */
const COMMON = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru'];
const months = new Map<string, ReadonlyMap<string, number>>();

/** A month's number by its name or the beginning of it, in the language or a common one; 0 where it is none. */
function monthOf(name: string, language: string): number {
  const key = plain(name);
  for (const tag of new Set([language, ...COMMON])) {
    for (const [month, number] of monthNames(tag)) if (month === key) return number;
    const begun = new Set([...monthNames(tag)].filter(([month]) => month.startsWith(key)).map(([, number]) => number));
    if (begun.size === 1) return [...begun][0] ?? 0;
  }
  return 0;
}

const ENGLISH = 'january february march april may june july august september october november december'.split(' ');

/** The names as the platform knows them, alone and as they are inflected in a date; short forms are their beginnings. */
function monthNames(language: string): ReadonlyMap<string, number> {
  const known = months.get(language);
  if (known) return known;
  const names = new Map<string, number>();
  months.set(language, names);
  // Intl's formats take tens of milliseconds on a fresh page; Chinese numbers its months, and needs none either.
  if (/^en\b/.test(language)) for (const [index, name] of ENGLISH.entries()) names.set(name, index + 1);
  if (/^(?:en|zh)\b/.test(language)) return names;
  for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
    const format = formatFor(language, options);
    for (let month = 0; month < 12; month += 1) {
      const parts = format.formatToParts(Date.UTC(2023, month, 15));
      const name = plain(parts.find((part) => part.type === 'month')?.value ?? '');
      if (name.length >= 3 && !/\d/.test(name)) names.set(name, month + 1);
    }
  }
  return names;
}

function formatFor(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
}

/** Lower case, without accents and full stops. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
}
