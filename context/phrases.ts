/**
 * Many phrases looked for at once in a row of keys, found by their first key: the cost grows with the text, and with the
 * few phrases that begin alike, not with all phrases. A phrase may hold gaps (`…`), each standing for up to three keys.
 * Flat lists rather than a trie: the lexicon has thousands of phrases, and the index is built whenever the background
 * wakes.
 */
export interface PhraseHit<Value> {
  value: Value;
  /** Keys `[from, to)`. */
  from: number;
  to: number;
}

export const GAP = '…';
const GAP_KEYS = 3;

interface Phrase<Value> {
  keys: readonly string[];
  value: Value;
}

export class PhraseIndex<Value> {
  #byFirst = new Map<string, Phrase<Value>[]>();

  add(keys: readonly string[], value: Value): void {
    const [first] = keys;
    if (first === undefined) return;
    const alike = this.#byFirst.get(first);
    if (alike) alike.push({ keys, value });
    else this.#byFirst.set(first, [{ keys, value }]);
  }

  /** Every phrase that stands in `keys`, by where it starts; overlapping ones too. */
  find(keys: readonly string[]): PhraseHit<Value>[] {
    const hits: PhraseHit<Value>[] = [];
    keys.forEach((key, from) => {
      for (const { keys: phrase, value } of this.#byFirst.get(key) ?? []) {
        const to = endOf(phrase, 1, keys, from + 1);
        if (to !== null) hits.push({ value, from, to });
      }
    });
    return hits;
  }
}

/** Where the rest of a phrase, from its key `next` on, ends in `keys` if it goes on at `at`; null where it doesn't. */
function endOf(phrase: readonly string[], next: number, keys: readonly string[], at: number): number | null {
  if (next === phrase.length) return at;
  if (phrase[next] !== GAP) return phrase[next] === keys[at] ? endOf(phrase, next + 1, keys, at + 1) : null;
  for (let skip = 0; skip <= GAP_KEYS && at + skip < keys.length; skip++) {
    const to = endOf(phrase, next + 1, keys, at + skip);
    if (to !== null) return to;
  }
  return null;
}
