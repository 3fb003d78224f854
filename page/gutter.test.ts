import { describe, expect, test } from 'vitest';
import { freeOf } from './gutter';

const AREA = { top: 0, bottom: 1_000 };

describe('what is free of a margin', () => {
  test('is all of it, up to its edges, where nothing stands in it', () => {
    expect(freeOf(AREA, [])).toEqual([{ top: 8, bottom: 992 }]);
  });

  test('keeps its distance from what stands in it', () => {
    expect(freeOf(AREA, [{ top: 300, bottom: 500 }])).toEqual([
      { top: 8, bottom: 292 },
      { top: 508, bottom: 992 },
    ]);
  });

  test('is found whatever the order, and however things overlap', () => {
    const taken = [
      { top: 600, bottom: 700 },
      { top: 100, bottom: 650 },
      { top: 200, bottom: 300 },
    ];
    expect(freeOf(AREA, taken)).toEqual([
      { top: 8, bottom: 92 },
      { top: 708, bottom: 992 },
    ]);
  });

  test('ends where something reaches beyond its edge', () => {
    expect(
      freeOf(AREA, [
        { top: -50, bottom: 40 },
        { top: 900, bottom: 1_400 },
      ]),
    ).toEqual([{ top: 48, bottom: 892 }]);
    expect(freeOf(AREA, [{ top: -50, bottom: 1_400 }])).toEqual([]);
    expect(freeOf(AREA, [{ top: 1_200, bottom: 1_400 }])).toEqual([{ top: 8, bottom: 992 }]);
  });
});
