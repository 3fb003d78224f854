import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Attention } from './attention';
import { CLOSE_AFTER, OPEN_AFTER } from './timings';

const rect = (left: number, top: number, width: number, height: number) =>
  ({ left, top, width, height, right: left + width, bottom: top + height, x: left, y: top }) as DOMRect;

/** Claims on lines of 20 px in a column 0 to 300 wide; the popover stands beside the column. */
const POPOVER = rect(400, 0, 360, 400);
const claimAt = (x: number, y: number) => (x < 300 && y < 60 ? Math.floor(y / 20) : null);

let opened: number | null;
let pinned: boolean;
let stop: AbortController;
let attention: Attention<number>;
let now: number;

beforeEach(() => {
  vi.useFakeTimers();
  opened = null;
  pinned = false;
  now = 0;
  stop = new AbortController();
  attention = new Attention<number>(
    {
      targetAt: claimAt,
      open: () => (opened === null ? null : { target: opened, popover: POPOVER, pinned }),
      onRest: (target) => {
        opened = target;
      },
      onAway: () => {
        opened = null;
      },
    },
    stop.signal,
  );
});
afterEach(() => vi.useRealTimers());

/** Moves in steps of 16 ms from one point to another at so many pixels a millisecond. */
function travel(from: [number, number], to: [number, number], speed: number): void {
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / speed / 16));
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps;
    attention.move(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, now);
    wait(16);
  }
}

function wait(ms: number): void {
  now += ms;
  vi.advanceTimersByTime(ms);
}

test('a pointer that rests on a claim opens it after the delay, not before', () => {
  attention.move(10, 10, now);
  wait(OPEN_AFTER - 1);
  expect(opened).toBeNull();
  wait(1);
  expect(opened).toBe(0);
});

test('a pointer that reads slowly along a claim opens it', () => {
  travel([10, 10], [60, 10], 0.1);
  expect(opened).toBe(0);
});

test('a pointer that only passes opens nothing, however long its way over claims', () => {
  travel([0, 10], [290, 10], 0.8);
  travel([290, 10], [290, 300], 0.8);
  wait(2_000);
  expect(opened).toBeNull();
});

test('leaving a claim before the delay cancels, and nothing opens later', () => {
  attention.move(10, 10, now);
  wait(OPEN_AFTER - 50);
  now += 16;
  attention.move(350, 500, now);
  wait(5_000);
  expect(opened).toBeNull();
});

test('the popover closes when the pointer has left it and the claim', () => {
  opened = 0;
  attention.move(10, 10, now);
  travel([10, 10], [10, 200], 1);
  wait(CLOSE_AFTER);
  expect(opened).toBeNull();
});

test('the way to the popover leads over other claims and through the gap without losing it', () => {
  opened = 2;
  travel([10, 50], [290, 10], 0.5);
  travel([290, 10], [390, 10], 0.2);
  expect(opened).toBe(2);
  travel([390, 10], [420, 40], 0.2);
  wait(5_000);
  expect(opened).toBe(2);
});

test('a slow rest on another claim opens that one instead', () => {
  opened = 2;
  attention.move(10, 50, now);
  now += 500;
  attention.move(10, 10, now);
  wait(OPEN_AFTER);
  expect(opened).toBe(0);
});

test('a pinned popover stays when the pointer leaves and rests on another claim', () => {
  opened = 0;
  pinned = true;
  travel([10, 10], [10, 30], 1);
  wait(5_000);
  attention.away();
  wait(5_000);
  expect(opened).toBe(0);
});

test('a pointer that leaves the page closes what it had opened', () => {
  opened = 0;
  attention.move(10, 10, now);
  attention.away();
  wait(CLOSE_AFTER);
  expect(opened).toBeNull();
});

test('nothing opens after the signal has aborted', () => {
  attention.move(10, 10, now);
  stop.abort();
  wait(5_000);
  expect(opened).toBeNull();
});
