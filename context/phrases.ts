/**
 * Many phrases looked for at once in a row of keys: a trie, so that the cost grows with the text and not with the
 * number of phrases. A phrase may hold gaps (`…`), each standing for up to three other keys.
 */
export interface PhraseHit<Value> {
  value: Value;
  /** Keys `[from, to)`. */
  from: number;
  to: number;
}

export const GAP = '…';
const GAP_KEYS = 3;

interface Node<Value> {
  next: Map<string, Node<Value>>;
  values: Value[];
}

const node = <Value>(): Node<Value> => ({ next: new Map(), values: [] });

export class PhraseIndex<Value> {
  #root: Node<Value> = node();

  add(keys: readonly string[], value: Value): void {
    let at = this.#root;
    for (const key of keys) {
      let next = at.next.get(key);
      if (!next) {
        next = node();
        at.next.set(key, next);
      }
      at = next;
    }
    if (at !== this.#root) at.values.push(value);
  }

  /** Every phrase that stands in `keys`, by where it starts; overlapping ones too. */
  find(keys: readonly string[]): PhraseHit<Value>[] {
    const hits: PhraseHit<Value>[] = [];
    for (let from = 0; from < keys.length; from++) this.#walk(this.#root, keys, from, from, hits);
    return hits;
  }

  #walk(at: Node<Value>, keys: readonly string[], from: number, to: number, hits: PhraseHit<Value>[]): void {
    for (const value of at.values) hits.push({ value, from, to });
    const key = keys[to];
    if (key === undefined || at.next.size === 0) return;
    const next = at.next.get(key);
    if (next) this.#walk(next, keys, from, to + 1, hits);
    const afterGap = at.next.get(GAP);
    if (!afterGap) return;
    for (let skip = 0; skip <= GAP_KEYS && to + skip < keys.length; skip++) {
      const landed = afterGap.next.get(keys[to + skip] ?? '');
      if (landed) this.#walk(landed, keys, from, to + skip + 1, hits);
    }
  }
}
