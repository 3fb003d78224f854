import { describe, expect, it } from 'vitest';
import { MAX_TOKENS } from './run-features';
import { bestRun, overlapOf, weighRuns } from './runs';

describe('the choice between runs', () => {
  it('weighs them so that their probabilities add up to 1', () => {
    const whole = { from: 0, to: 11 };
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
