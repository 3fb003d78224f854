import { describe, expect, it } from 'vitest';
import { chooseBest, type Found } from './density';
import type { Run } from './runs';

/** A candidate whose anchor is the first two words of its run. */
const found = (note: number, sentence: number, probability: number, from = 0): Found => ({
  note,
  sentence,
  probability,
  run: { from, to: from + 9 },
});
const choose = (candidates: readonly Found[], words: number) =>
  chooseBest(candidates, words, ({ run: { from } }, taken) => (taken ? undefined : { from, to: from + 2 }));

describe('choosing among candidates', () => {
  it('shows each note once, in its best place', () => {
    expect(choose([found(1, 0, 0.6), found(1, 5, 0.9)], 900)).toMatchObject([found(1, 5, 0.9)]);
  });

  it('keeps the best where the text can’t carry all', () => {
    const many = Array.from({ length: 20 }, (_, note) => found(note, note, note / 20));
    const chosen = choose(many, 150);
    expect(chosen.map(({ note }) => note)).toEqual([15, 16, 17, 18, 19]);
  });

  it('grows sparser in long articles', () => {
    const many = Array.from({ length: 60 }, (_, note) => found(note, note, note / 60));
    expect([120, 360, 1560].map((words) => choose(many, words).length)).toEqual([4, 12, 32]);
  });

  it('puts no more than two into a sentence', () => {
    const crowded = [found(1, 0, 0.9), found(2, 0, 0.8, 4), found(3, 0, 0.7, 8)];
    expect(choose(crowded, 900).map(({ note }) => note)).toEqual([1, 2]);
  });

  it('puts no two on the same words', () => {
    const crossing = [found(1, 0, 0.9), found(2, 0, 0.8, 1), found(3, 0, 0.7, 2)];
    expect(choose(crossing, 900).map(({ note }) => note)).toEqual([1, 3]);
  });

  it('moves the note with more words to choose from where both want the same', () => {
    const [wide, narrow] = [{ ...found(1, 0, 0.9), run: { from: 0, to: 20 } }, found(2, 0, 0.8)];
    const anchorOf = ({ run: { from } }: Found, taken?: Run): Run =>
      taken ? { from: taken.to, to: taken.to + 2 } : { from, to: from + 2 };
    expect(chooseBest([wide, narrow], 900, anchorOf).map(({ note, anchor }) => [note, anchor.from])).toEqual([
      [2, 0],
      [1, 2],
    ]);
  });

  it('asks for the anchors of those only that may stand', () => {
    const asked: number[] = [];
    const many = Array.from({ length: 20 }, (_, note) => found(note % 10, note, note / 20));
    chooseBest(many, 150, ({ sentence }) => {
      asked.push(sentence);
      return { from: 0, to: 2 };
    });
    expect(asked).toEqual([19, 18, 17, 16, 15]);
  });

  it('answers in reading order', () => {
    const chosen = choose([found(1, 7, 0.9), found(2, 3, 0.5), found(3, 3, 0.6, 9)], 900);
    expect(chosen.map(({ note }) => note)).toEqual([2, 3, 1]);
  });
});
