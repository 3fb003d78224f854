/**
 * Text → tokens with offsets. A token's `key` is what two spellings of one word share: lower case, without accents,
 * possessive or full stops, stemmed (Porter, 1980). Han script has no spaces: each character is a token, and words
 * are found as phrases of them.
 */
import { stemmer } from 'stemmer';
import { simplified } from './han';

/** `start`, `end`: UTF-16 offsets in the text. `word`: the plain lower-case word before stemming. */
export interface Token {
  key: string;
  word: string;
  start: number;
  end: number;
}

// Initials before words, so that "U.S.-trained" yields U.S. and trained; numbers keep their commas and decimals.
const TOKEN =
  /(?:\p{Lu}\.){2,}|Ph\.?D\.?s?|\p{Script=Han}|\d+(?:[.,]\d+)*|[%％$£€¥]|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*/gu;

/** Spellings that a stemmer would keep apart, or join wrongly; the country must not become the pronoun. */
const SAME = new Map(
  Object.entries({
    US: '~us',
    USA: '~us',
    UK: '~uk',
    EU: '~eu',
    UN: '~un',
    PHD: 'phd',
    PHDS: 'phd',
    WHO: '~who',
    IT: '~it',
  }),
);

/** The shared key of a lower-case word. */
const stem = (word: string): string => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word);

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$|['’]$/u, '')
    .replace(/['’]/gu, '')
    .toLowerCase();
}

type Keyed = Pick<Token, 'key' | 'word'>;

function readWord(text: string): Keyed {
  if (/^(?:\p{Lu}\.)+$|^Ph\.?D/u.test(text)) {
    const letters = text.replaceAll('.', '').toUpperCase();
    const key = SAME.get(letters) ?? letters.toLowerCase();
    return { key, word: key };
  }
  if (/^\p{Script=Han}/u.test(text)) {
    const character = simplified(text);
    return { key: character, word: character };
  }
  const same = SAME.get(text) ?? SAME.get(text.replace(/['’]s$/u, ''));
  if (same) return { key: same, word: same };
  const word = fold(text);
  return { key: stem(word), word };
}

/** Words already read, since articles repeat theirs. Emptied before it grows without bound. */
const known = new Map<string, Keyed>();
const MOST_KNOWN = 50_000;

function keyOf(text: string): Keyed {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const keyed = readWord(text);
  known.set(text, keyed);
  return keyed;
}

/** Cuts text into tokens in order. Takes any text, hostile too; linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const found = match[0];
    const { key, word } = keyOf(found);
    if (key) tokens.push({ key, word, start: match.index, end: match.index + found.length });
  }
  return tokens;
}
