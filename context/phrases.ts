/**
 * Many phrases looked for at once in a row of keys, found by their first key: the cost grows with the text, and with the
 * few phrases that begin alike, not with all phrases. A phrase may hold gaps (`…`), each standing for up to three keys.
 *
 * Phrases arrive as text, sorted by first key, and stay text until a first key is met: an index of ten thousand is ready
 * in a millisecond whenever the background wakes.
 */
export interface PhraseHit<Value> {
  value: Value;
  /** Keys `[from, to)`. */
  from: number;
  to: number;
}

export interface Phrase<Value> {
  keys: readonly string[];
  value: Value;
}

export const GAP = '…';
const GAP_KEYS = 3;

/**
 * Phrases as text: one line for each first key, the key and then the entries that begin with it, parted by tabs.
 * @param entries what a phrase is written as, with its first key; neither may hold a tab or a line's end
 */
export function phraseTable(entries: readonly { first: string; entry: string }[]): string {
  const lines = new Map<string, string[]>();
  for (const { first, entry } of entries) {
    const line = lines.get(first);
    if (line) line.push(entry);
    else lines.set(first, [entry]);
  }
  return [...lines.keys()]
    .sort()
    .map((first) => [first, ...(lines.get(first) ?? []).toSorted()].join('\t'))
    .join('\n');
}

export class PhraseIndex<Value> {
  /** By first key: the entries as text until they are asked for. */
  readonly #lines = new Map<string, string | Phrase<Value>[]>();

  /**
   * @param table as `phraseTable` gives it; empty for none
   * @param readEntry an entry and its first key → the phrase
   */
  constructor(
    table: string,
    private readonly readEntry: (entry: string, first: string) => Phrase<Value>,
  ) {
    for (const line of table.split('\n')) {
      const end = line.indexOf('\t');
      if (end > 0) this.#lines.set(line.slice(0, end), line.slice(end + 1));
    }
  }

  #startingWith(first: string): readonly Phrase<Value>[] {
    const line = this.#lines.get(first);
    if (typeof line !== 'string') return line ?? [];
    const phrases = line.split('\t').map((entry) => this.readEntry(entry, first));
    this.#lines.set(first, phrases);
    return phrases;
  }

  /** Every phrase that stands in `keys`, by where it starts; overlapping ones too. */
  find(keys: readonly string[]): PhraseHit<Value>[] {
    const hits: PhraseHit<Value>[] = [];
    keys.forEach((key, from) => {
      for (const { keys: phrase, value } of this.#startingWith(key)) {
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
