import { describe, expect, test } from 'vitest';
import { cornerAt, mostHeightAt, type Setting, sideFor } from './placement';

const rect = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const POPOVER = { width: 360, height: 300 };
const CLAIM = rect(400, 300, 700, 350);

/** A claim in a column, in a window that is 800 pixels high. */
const setting = (claim: Setting['claim'], column: [left: number, right: number], width: number): Setting => ({
  claim,
  column: rect(column[0], 0, column[1], 4000),
  view: rect(0, 0, width, 800),
});
const TIGHT = setting(CLAIM, [100, 1000], 1100);
const at = (top: number) => ({ ...TIGHT, claim: rect(400, top, 700, top + 50) });

describe('the side of a popover', () => {
  test('is beside the column where there is room', () => {
    expect(sideFor(POPOVER, setting(CLAIM, [300, 900], 1400))).toBe('right');
  });

  test('is the left where only the left has room', () => {
    expect(sideFor(POPOVER, setting(rect(700, 300, 900, 350), [600, 1200], 1300))).toBe('left');
  });

  test('is below the claim where the column leaves no room', () => {
    expect(sideFor(POPOVER, TIGHT)).toBe('below');
  });

  test('reckons with a claim that stands out of its column', () => {
    expect(sideFor(POPOVER, setting(rect(400, 300, 1350, 350), [300, 900], 1400))).not.toBe('right');
  });

  test('is above a claim that has too little room below', () => {
    expect(sideFor(POPOVER, at(600))).toBe('above');
  });

  test('is where there is more room when neither above nor below there is enough', () => {
    expect(sideFor({ ...POPOVER, height: 500 }, at(300))).toBe('below');
    expect(sideFor({ ...POPOVER, height: 500 }, at(420))).toBe('above');
  });
});

describe('the height of a popover', () => {
  test('is what the room between claim and edge allows', () => {
    expect(mostHeightAt('below', TIGHT)).toBe(800 - 350 - 16);
    expect(mostHeightAt('above', TIGHT)).toBe(300 - 16);
  });

  test('is the window’s beside a column, up to what is better scrolled', () => {
    expect(mostHeightAt('right', TIGHT)).toBe(560);
    expect(mostHeightAt('right', { ...TIGHT, view: rect(0, 0, 1100, 400) })).toBe(400 - 16);
  });

  test('is never too little to read in', () => {
    expect(mostHeightAt('below', at(760))).toBe(160);
  });
});

describe('a popover', () => {
  test('beside a column covers none of it', () => {
    const wide = setting(CLAIM, [300, 900], 1400);
    expect(cornerAt('right', POPOVER, wide)).toEqual({ left: 908, top: 300 });
    expect(cornerAt('left', POPOVER, setting(CLAIM, [390, 900], 1400))).toEqual({ left: 390 - 8 - 360, top: 300 });
  });

  test('beside a column shifts up and down as far as the window goes', () => {
    expect(cornerAt('right', POPOVER, { ...at(700), column: rect(300, 0, 600, 4000) }).top).toBe(800 - 8 - 300);
    expect(cornerAt('right', POPOVER, at(-20)).top).toBe(8);
  });

  test('stands clear of its claim above and below', () => {
    expect(cornerAt('below', POPOVER, TIGHT)).toEqual({ left: 400, top: 358 });
    expect(cornerAt('above', POPOVER, at(600))).toEqual({ left: 400, top: 600 - 8 - 300 });
  });

  test('shifts to the side where the window ends', () => {
    expect(cornerAt('below', POPOVER, { ...TIGHT, claim: rect(900, 300, 1000, 350) }).left).toBe(1100 - 8 - 360);
  });

  test('stands in what is seen of a page that two fingers have zoomed into', () => {
    const view = rect(450, 200, 1000, 700);
    expect(cornerAt('below', POPOVER, { ...TIGHT, view }).left).toBe(458);
  });
});
