/** What happened after the article was published. */
import type { Step } from './schema';

/** The last day that a date as far as it is known can mean: 2024 → 2024-12-31. Compares as text with a day. */
export function lastDayOf(date: string): string {
  return date + '-12-31'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/**
 * The steps later than the article, oldest first; all of them where the article has no date. A step known to the month
 * counts for an article of that month. Steps after `today` don't count: a pack can't know that they came true.
 * @param published the article's day, or null
 * @param today the reader's day
 */
export function stepsSince(steps: readonly Step[], published: string | null, today: string): Step[] {
  return steps
    .filter(({ date }) => date <= today && (published === null || lastDayOf(date) > published))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
