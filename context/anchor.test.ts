import { describe, expect, it } from 'vitest';
import { type AnchorModel, Anchors, bestRun, overlapOf, weighRuns } from './anchor';
import { toLetter } from './letters';
import { Lexicon, lexiconTable } from './lexicon';
import { wordsIn } from './matcher';
import { read } from './reading';
import { MAX_TOKENS } from './run-features';

const reading = read(new Lexicon(lexiconTable({})), 'After years of talk, the agreement runs out on August 27.');
const whole = { from: 0, to: reading.tokens.length };
const letters = (...values: number[]): string => values.map(toLetter).join('');

/** Long runs cost; words that lean to the note's anchors (level 6) are worth having. */
const model: AnchorModel = {
  weights: { n6: 4, n0: -2 },
  step: 0.5,
  leanings: [letters(0, 2, 6), '', '', letters(0, 2, 6)].join('\n'),
};
const anchors = new Anchors(model, 'run\nrun out\n=card\nout');

describe('anchors', () => {
  it('hang on the words that lean to marked anchors of the note', () => {
    const { from, to } = anchors.choose(reading, 1, whole);
    expect(wordsIn(reading, from, to)).toBe('runs out');
  });

  it('know nothing of a note from the leanings of another', () => {
    const { from, to } = anchors.choose(reading, 0, whole);
    expect(wordsIn(reading, from, to)).not.toBe('runs out');
  });

  it('stay inside the clause that makes the claim', () => {
    const { from, to } = anchors.choose(reading, 1, { from: 0, to: 4 });
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(4);
    expect(to).toBeGreaterThan(from);
  });

  it('are never empty, even in a sentence of one word', () => {
    const word = read(new Lexicon(lexiconTable({})), 'Gone.');
    expect(anchors.choose(word, 1, { from: 0, to: 1 })).toEqual({ from: 0, to: 1 });
  });
});

describe('the choice between runs', () => {
  it('weighs them so that their probabilities add up to 1', () => {
    const places = Array.from({ length: whole.to + 1 }, (_, at) => at / 4);
    const runs = weighRuns({ tokens: places, starts: places, ends: places, run: (from, to) => from - to }, whole);
    expect(runs.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1);
  });

  it('takes the run that overlaps most with all likely ones, not the likeliest', () => {
    const bounds = { from: 0, to: 8 };
    const probabilities = new Float64Array(8 * MAX_TOKENS);
    const likely = { 0.4: { from: 0, to: 1 }, 0.35: { from: 4, to: 8 }, 0.25: { from: 5, to: 8 } };
    for (const [probability, { from, to }] of Object.entries(likely))
      probabilities[from * MAX_TOKENS + to - from - 1] = Number(probability);
    expect(bestRun(probabilities, bounds)).toEqual({ from: 4, to: 8 });
  });

  it('counts overlap as token F1', () => {
    expect(overlapOf({ from: 0, to: 4 }, { from: 2, to: 4 })).toBeCloseTo(2 / 3);
    expect(overlapOf({ from: 0, to: 2 }, { from: 2, to: 4 })).toBe(0);
  });
});
