import { describe, expect, test } from 'vitest';
import { type Pull, restOf } from './sheet';

const pulled = (height: number, speed = 0): Pull => ({ height, low: 400, tall: 700, speed });

describe('a sheet that is let go', () => {
  test('stays where it was after a short way', () => {
    expect(restOf(pulled(370))).toBe('low');
    expect(restOf(pulled(450))).toBe('low');
  });

  test('goes with a finger that pushed it a third of its height out of the window', () => {
    expect(restOf(pulled(260))).toBe('gone');
  });

  test('becomes tall a third of the way up', () => {
    expect(restOf(pulled(510))).toBe('tall');
  });

  test('goes where it is flicked, however short the way', () => {
    expect(restOf(pulled(380, 1))).toBe('gone');
    expect(restOf(pulled(420, -1))).toBe('tall');
  });

  test('from its full height, a flick down makes it low before it makes it go', () => {
    expect(restOf(pulled(650, 1))).toBe('low');
  });

  test('stays when it was pushed far out and flicked back', () => {
    expect(restOf(pulled(200, -1))).toBe('low');
  });
});
