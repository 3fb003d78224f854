import { expect, test } from 'vitest';
import { placeChip } from './chips';

const LINE = { left: 100, right: 240, top: 50, bottom: 71 };

test('a chip grows with the text, between 13 and 18 pixels', () => {
  expect([9, 14, 16, 18, 20, 40].map((fontSize) => placeChip(LINE, fontSize).size)).toEqual([13, 13, 13, 15, 17, 18]);
});

test('a chip begins where the claim ends, and its middle is at the top of the letters', () => {
  const { x, y, size } = placeChip(LINE, 18);
  expect(x).toBeGreaterThanOrEqual(LINE.right);
  expect(x).toBeLessThan(LINE.right + 4);
  expect(y + size / 2).toBeCloseTo(LINE.top);
});
