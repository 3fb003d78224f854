/** The little grammar there is: classes of words by short lists and endings, and the breaks between words. */
import type { Reading } from './reading';

const LISTS: Record<string, string> = {
  D: 'a an the this that these those its their his her our my your some any no each every all both many most more few several such',
  P: 'of to in on at by for with from into over under between among about against after before since during through across within without than as per toward towards upon off out up down',
  X: 'is are was were be been being has have had do does did will would can could may might must should',
  C: 'and or but nor while which who whom whose because although though when where if whether so yet',
  I: 'he she it they them we us i you him there',
  N: 'not never',
  Y: 'said says say told tells wrote writes argues argued reported reports according',
};
const LISTED = new Map(
  Object.entries(LISTS).flatMap(([name, words]) => words.split(' ').map((word): [string, string] => [word, name])),
);
const ENDINGS: readonly [RegExp, string][] = [
  [/^[\d$%£€¥]/, '#'],
  [/^\p{Script=Han}/u, 'h'],
];
const INFLECTIONS: readonly [RegExp, string][] = [
  [/ed$/, 'e'],
  [/ing$/, 'i'],
  [/ly$/, 'y'],
  [/[^s]s$/, 's'],
];

/** All classes, and all marks: nothing first. */
export const CLASSES = 'oDPXCINY#hAeiys';
export const MARKS = '_,;"^';

/** Outside the sentence, before and after. */
export const OUTSIDE = '^';

/**
 * One letter for a token's class: Determiner, Preposition, auXiliary, Conjunction, pronoun (I), Negation, verb of saYing,
 * number (#), Han, capitalised (A), in -ed, -ing, -ly or -s, or any other (o).
 */
export function wordClass({ text, tokens }: Reading, at: number): string {
  const token = tokens[at];
  if (!token) return OUTSIDE;
  const listed = LISTED.get(token.word) ?? ENDINGS.find(([form]) => form.test(token.word))?.[1];
  if (listed) return listed;
  if (token.start > 0 && /^\p{Lu}/u.test(text.slice(token.start, token.end))) return 'A';
  return INFLECTIONS.find(([form]) => form.test(token.word))?.[1] ?? 'o';
}

/** What parts a token from the one before it: `;` a strong mark, `,` a weak one, `"` a quotation mark, `_` nothing. */
export function breakBefore({ text, tokens }: Reading, at: number): string {
  const [before, after] = [tokens[at - 1], tokens[at]];
  if (!before || !after) return OUTSIDE;
  const gap = text.slice(before.end, after.start);
  if (/[?!;:.(。？！；：—–]/u.test(gap)) return ';';
  if (/[,)，、]/u.test(gap)) return ',';
  return /["“”]/u.test(gap) ? '"' : '_';
}
