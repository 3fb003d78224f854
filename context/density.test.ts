import { describe, expect, it } from 'vitest';
import { chooseBest, type Placed } from './density';

const placed = (note: number, sentence: number, probability: number, from = 0): Placed => ({
  note,
  sentence,
  probability,
  anchor: { from, to: from + 2 },
  because: [],
});

describe('choosing among candidates', () => {
  it('shows each note once, in its best place', () => {
    expect(chooseBest([placed(1, 0, 0.6), placed(1, 5, 0.9)], 900)).toEqual([placed(1, 5, 0.9)]);
  });

  it('keeps the best where the text can’t carry all', () => {
    const many = Array.from({ length: 20 }, (_, note) => placed(note, note, note / 20));
    const chosen = chooseBest(many, 150);
    expect(chosen.map(({ note }) => note)).toEqual([15, 16, 17, 18, 19]);
  });

  it('grows sparser in long articles', () => {
    const many = Array.from({ length: 60 }, (_, note) => placed(note, note, note / 60));
    expect([120, 360, 1560].map((words) => chooseBest(many, words).length)).toEqual([4, 12, 32]);
  });

  it('puts no more than two into a sentence', () => {
    const crowded = [placed(1, 0, 0.9), placed(2, 0, 0.8, 4), placed(3, 0, 0.7, 8)];
    expect(chooseBest(crowded, 900).map(({ note }) => note)).toEqual([1, 2]);
  });

  it('answers in reading order', () => {
    const chosen = chooseBest([placed(1, 7, 0.9), placed(2, 3, 0.5), placed(3, 3, 0.6, 9)], 900);
    expect(chosen.map(({ note }) => note)).toEqual([2, 3, 1]);
  });
});
