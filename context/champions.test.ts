import { describe, expect, it } from 'vitest';
import { Champions, MOST_CHAMPIONS } from './champions';
import type { Rows, Weighed } from './ranker';

/** Rows of one strong feature each: note i has the weight `weights[i]` for feature `features[i]`, whose spread is 4. */
function rowsOf(features: readonly number[], weights: readonly number[]): Rows {
  const count = 1 + Math.max(...features);
  return {
    places: new Map(),
    spread: new Float64Array(count).fill(4),
    starts: Uint32Array.from({ length: features.length + 2 }, (_, row) => Math.min(row, features.length)),
    features: Uint16Array.from(features),
    weights: Int8Array.from(weights),
    step: 0.1,
    bias: [...weights.map(() => 0), 0],
    floors: weights.map(() => 1),
    rivals: new Uint16Array(),
  };
}

const met = (...places: number[]): Weighed[] => places.map((place) => ({ place, spread: 4, from: 0, to: 1 }));

describe('the notes that a sentence may make', () => {
  it('are those of which it holds strong features enough', () => {
    const champions = new Champions(rowsOf([0, 1], [20, 10]));
    expect(champions.of(met(0, 1))).toEqual([0]);
    expect(champions.of(met(1))).toEqual([]);
  });

  it('are the strongest ones where a feature speaks for very many', () => {
    const many = Array.from({ length: 200 }, (_, note) => note);
    const champions = new Champions(
      rowsOf(
        many.map(() => 0),
        many.map((note) => 13 + (note % 15)),
      ),
    );
    const found = champions.of(met(0));
    expect(found).toHaveLength(MOST_CHAMPIONS);
    expect(Math.min(...found.map((note) => 13 + (note % 15)))).toBe(26);
  });

  it('don’t depend on the sentence before', () => {
    const champions = new Champions(rowsOf([0, 1], [10, 10]));
    champions.of(met(0));
    expect(champions.of(met(0))).toEqual([]);
  });

  it('aren’t found by words that nobody has met', () => {
    expect(new Champions(rowsOf([0], [20])).of(met(-1))).toEqual([]);
  });
});
