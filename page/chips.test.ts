import { expect, test } from 'vitest';
import { placeChip } from './chips';

const LINE = { left: 100, right: 240, top: 50, bottom: 71 };

test('a chip grows with the text, between 13 and 18 pixels', () => {
  expect([9, 14, 16, 18, 20, 40].map((fontSize) => placeChip(LINE, fontSize, 1000).size)).toEqual([
    13, 13, 13, 15, 17, 18,
  ]);
});

test('a chip begins where the claim ends, and its middle is at the top of the letters', () => {
  const { x, y, size } = placeChip(LINE, 18, 1000);
  expect(x).toBeGreaterThanOrEqual(LINE.right);
  expect(x).toBeLessThan(LINE.right + 4);
  expect(y + size / 2).toBeCloseTo(LINE.top);
});

test('at the right edge of the page, a chip stays inside it', () => {
  const { x, size } = placeChip(LINE, 18, 245);
  expect(x + size).toBeLessThanOrEqual(245);
});

test('a claim beyond the edge, on a page that scrolls sideways, has its chip where it ends', () => {
  expect(placeChip(LINE, 18, 200).x).toBeGreaterThanOrEqual(LINE.right);
});
