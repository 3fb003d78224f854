import { expect, test } from 'vitest';
import { distanceTo, targetAt, targetNear } from './hit-test';

const rect = (left: number, top: number, width: number, height: number) =>
  ({ left, top, width, height, right: left + width, bottom: top + height }) as DOMRect;
const target = (name: string, ...rects: DOMRect[]) => ({ name, rects: () => rects });

const claim = target('claim', rect(200, 10, 100, 20), rect(0, 40, 80, 20));
const name = target('name', rect(250, 10, 150, 20));

test('a target is found on each of its lines, and not in the box around them', () => {
  expect(targetAt([claim], 210, 20)).toBe(claim);
  expect(targetAt([claim], 10, 50)).toBe(claim);
  expect(targetAt([claim], 100, 20)).toBeNull();
  expect(targetAt([claim], 210, 50)).toBeNull();
});

test('the underline just below the letters belongs to the target', () => {
  expect(targetAt([claim], 210, 31)).toBe(claim);
  expect(targetAt([claim], 210, 35)).toBeNull();
});

test('of two targets at a point, the first is meant', () => {
  expect(targetAt([claim, name], 260, 20)).toBe(claim);
  expect(targetAt([claim, name], 350, 20)).toBe(name);
});

test('a target without boxes, or with empty ones, is nowhere', () => {
  expect(targetAt([target('gone'), target('empty', rect(0, 0, 0, 0))], 0, 0)).toBeNull();
});

test('a finger finds what is smaller than 24 pixels as if it were so large', () => {
  const chip = target('chip', rect(100, 100, 13, 13));
  expect(targetAt([chip], 97, 97)).toBeNull();
  expect(targetNear([chip], 97, 97)).toBe(chip);
  expect(targetNear([chip], 93, 97)).toBeNull();
});

test('a finger means what lies under it before what lies near it', () => {
  const chip = target('chip', rect(100, 100, 13, 13));
  const beside = target('beside', rect(114, 100, 60, 20));
  expect(targetNear([chip, beside], 115, 105)).toBe(beside);
});

test('the distance to a rectangle is nothing inside and straight outside', () => {
  const box = rect(10, 10, 20, 20);
  expect(distanceTo(box, 15, 15)).toBe(0);
  expect(distanceTo(box, 33, 34)).toBe(5);
  expect(distanceTo(box, 5, 15)).toBe(5);
});
