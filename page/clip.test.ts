import { expect, test } from 'vitest';
import { clipUnder } from './clip';

const rect = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const NOTE = rect(900, 100, 1_180, 200);

test('a note that nothing lies over isn’t cut', () => {
  expect(clipUnder([], NOTE)).toBe('');
  expect(clipUnder([rect(0, 0, 1_500, 90), rect(0, 100, 800, 200)], NOTE)).toBe('');
});

test('a bar at the top of the window cuts its top, one at the bottom its bottom', () => {
  expect(clipUnder([rect(0, 0, 1_500, 120)], NOTE)).toBe('inset(20% -9px 0%)');
  expect(clipUnder([rect(0, 150, 1_500, 900)], NOTE)).toBe('inset(0% -9px 50%)');
});

test('of several bars, what reaches furthest counts', () => {
  expect(clipUnder([rect(0, 0, 1_500, 120), rect(0, 0, 1_500, 130)], NOTE)).toBe('inset(30% -9px 0%)');
});

test('a note that lies wholly under a bar shows nothing', () => {
  expect(clipUnder([rect(0, 0, 1_500, 600)], NOTE)).toBe('inset(100% -9px 0%)');
});
