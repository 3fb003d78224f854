import { describe, expect, it } from 'vitest';
import { type AnchorModel, Anchors, STEPS } from './anchor';
import { toLetter } from './letters';
import { Lexicon, lexiconTable } from './lexicon';
import { wordsIn } from './matcher';
import { read } from './reading';
import { NOTE_LEVELS, placeFeatures, RUN_FEATURES, TOKEN, TOKEN_FEATURES } from './run-features';
import type { Run } from './runs';

const reading = read(new Lexicon(lexiconTable({})), 'After years of talk, the agreement runs out on August 27.');
const whole = { from: 0, to: reading.tokens.length };
const letters = (...values: number[]): string => values.map(toLetter).join('');

/** So many weights of 0, but for some. */
const weights = (size: number, some: Record<number, number> = {}): string =>
  letters(...Array.from({ length: size }, (_, feature) => STEPS + (some[feature] ?? 0)));

/** Long runs cost; words that lean to the note's anchors as far as they can are worth having. */
const model: AnchorModel = {
  words: '',
  tokens: weights(TOKEN_FEATURES, { [TOKEN.ofNote + NOTE_LEVELS]: 4, [TOKEN.ofNote]: -2 }),
  starts: weights(placeFeatures(1)),
  ends: weights(placeFeatures(1)),
  runs: weights(RUN_FEATURES),
  step: 0.5,
  leanings: [letters(0, 2, NOTE_LEVELS), '', '', letters(0, 2, NOTE_LEVELS)].join('\n'),
};
const anchors = new Anchors(model, 'run\nrun out\n=card\nout');
const choose = (note: number, bounds: Run, taken?: Run): string => {
  const anchor = anchors.choose(reading, note, bounds, taken);
  return anchor ? wordsIn(reading, anchor.from, anchor.to) : '';
};

describe('anchors', () => {
  it('hang on the words that lean to marked anchors of the note', () => {
    expect(choose(1, whole)).toBe('runs out');
  });

  it('know nothing of a note from the leanings of another', () => {
    expect(choose(0, whole)).not.toBe('runs out');
  });

  it('stay inside the clause that makes the claim', () => {
    expect('After years of talk').toContain(choose(1, { from: 0, to: 4 }));
  });

  it('keep clear of words that another note stands on', () => {
    expect(choose(1, whole, { from: 0, to: 6 })).toBe('runs out');
  });

  it('aren’t found where what tells the claim is taken', () => {
    expect(choose(1, whole, { from: 5, to: 8 })).toBe('');
  });

  it('never cut a compound in two', () => {
    const compound = read(new Lexicon(lexiconTable({})), 'The run-out pact is no more.');
    const { from, to } = anchors.choose(compound, 1, { from: 0, to: compound.tokens.length }) ?? whole;
    expect(wordsIn(compound, from, to)).toContain('run-out');
  });

  it('are never empty, even in a sentence of one word', () => {
    const word = read(new Lexicon(lexiconTable({})), 'Gone.');
    expect(anchors.choose(word, 1, { from: 0, to: 1 })).toEqual({ from: 0, to: 1 });
  });
});
