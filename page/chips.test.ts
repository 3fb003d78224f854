import { expect, test } from 'vitest';
import { placeChip, type Type } from './chips';

const LINE = { left: 100, right: 240, top: 50, bottom: 71 };
const TYPE: Type = { fontSize: 18, lineHeight: 29, vertical: false };
const ofSize = (fontSize: number): Type => ({ ...TYPE, fontSize });

test('a chip grows with the text, between 13 and 18 pixels', () => {
  expect([9, 14, 16, 18, 20, 40].map((fontSize) => placeChip(LINE, ofSize(fontSize), 1000).size)).toEqual([
    13, 13, 13, 15, 17, 18,
  ]);
});

test('a chip begins where the claim ends, above the capitals of its line and below the baseline of the line before', () => {
  const { x, y, size } = placeChip(LINE, TYPE, 1000);
  expect(x).toBeGreaterThanOrEqual(LINE.right);
  expect(x).toBeLessThan(LINE.right + 4);
  expect(y + size).toBeCloseTo(LINE.top + 0.2 * 21);
  expect(y).toBeGreaterThan(LINE.bottom - 29 - 0.2 * 21);
});

test('in tight leading a chip stands halfway between both lines', () => {
  const { y, size } = placeChip(LINE, { ...TYPE, lineHeight: 18 }, 1000);
  const [capitals, baselineBefore] = [LINE.top + 0.2 * 21, LINE.bottom - 18 - 0.2 * 21];
  expect(y + size / 2).toBeCloseTo((capitals + baselineBefore) / 2, 0);
});

test('where lines run down the page, a chip stands below its claim, at the side that is above the letters', () => {
  const line = { left: 50, right: 71, top: 100, bottom: 240 };
  const { x, y } = placeChip(line, { ...TYPE, vertical: true }, 1000);
  expect(x).toBeCloseTo(line.right - 0.2 * 21);
  expect(y).toBe(line.bottom + 1);
});

test('at the right edge of the page, a chip stays inside it', () => {
  const { x, size } = placeChip(LINE, TYPE, 245);
  expect(x + size).toBeLessThanOrEqual(245);
});

test('a claim beyond the edge, on a page that scrolls sideways, has its chip where it ends', () => {
  expect(placeChip(LINE, TYPE, 200).x).toBeGreaterThanOrEqual(LINE.right);
});
