/**
 * Text → tokens with offsets. A token's `key` is what two spellings of one word share: lower case, without accents,
 * possessive or full stops, stemmed (Porter, 1980). Han script has no spaces: each character is a token, and words
 * are found as phrases of them.
 */
import { stemmer } from 'stemmer';

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
const SAME: Record<string, string> = {
  US: '~us',
  USA: '~us',
  UK: '~uk',
  EU: '~eu',
  UN: '~un',
  PHD: 'phd',
  PHDS: 'phd',
  WHO: '~who',
  IT: '~it',
};

const stems = new Map<string, string>();

/** The shared key of a lower-case word. Remembered, since articles repeat their words. */
function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const key = /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
  if (stems.size > 50_000) stems.clear();
  stems.set(word, key);
  return key;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$|['’]$/u, '')
    .replace(/['’]/gu, '')
    .toLowerCase();
}

function keyOf(text: string): { key: string; word: string } {
  if (/^(?:\p{Lu}\.)+$|^Ph\.?D/u.test(text)) {
    const letters = text.replaceAll('.', '').toUpperCase();
    const key = SAME[letters] ?? letters.toLowerCase();
    return { key, word: key };
  }
  const same = SAME[text] ?? SAME[text.replace(/['’]s$/u, '')];
  if (same) return { key: same, word: same };
  const word = fold(text);
  return { key: stem(word), word };
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
