import { describe, expect, it } from 'vitest';
import { lastDayOf, stepsSince } from './since';

const step = (date: string) => ({ date, text: date, source: 's' });
const STEPS = ['2024-12-13', '2018', '2023-08', '2024-03-07'].map(step);
const dates = (published: string | null, today = '2026-11-24') =>
  stepsSince(STEPS, published, today).map(({ date }) => date);

describe('steps since publication', () => {
  it('are those later than the article, oldest first', () => {
    expect(dates('2023-08-18')).toEqual(['2023-08', '2024-03-07', '2024-12-13']);
    expect(dates('2024-03-07')).toEqual(['2024-12-13']);
  });

  it('hold a step known to the month until that month is over', () => {
    expect(dates('2023-08-31')).toEqual(['2024-03-07', '2024-12-13']);
  });

  it('are all steps where the article has no date', () => {
    expect(dates(null)).toEqual(['2018', '2023-08', '2024-03-07', '2024-12-13']);
  });

  it('leave out what lies ahead of the reader', () => {
    expect(dates('2023-08-18', '2024-06-01')).toEqual(['2023-08', '2024-03-07']);
  });

  it('read a date as far as it is known to its last day', () => {
    expect([lastDayOf('2024'), lastDayOf('2024-02'), lastDayOf('2024-02-03')]).toEqual([
      '2024-12-31',
      '2024-02-31',
      '2024-02-03',
    ]);
  });
});
