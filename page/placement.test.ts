import { beforeAll, describe, expect, test, vi } from 'vitest';
import { placementsFor, referenceFor } from './placement';

const rect = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const CLAIM = rect(400, 300, 700, 350);

beforeAll(() => {
  vi.stubGlobal(
    'DOMRect',
    class {
      constructor(
        readonly left: number,
        readonly top: number,
        readonly width: number,
        readonly height: number,
      ) {}
    },
  );
});

describe('the side of a popover', () => {
  test('is beside the column where there is room', () => {
    expect(placementsFor(CLAIM, rect(300, 0, 900, 4000), 360, { left: 0, right: 1400 })[0]).toBe('right-start');
  });

  test('is the left where only the left has room', () => {
    expect(placementsFor(rect(700, 300, 900, 350), rect(600, 0, 1200, 4000), 360, { left: 0, right: 1300 })[0]).toBe(
      'left-start',
    );
  });

  test('is below or above the claim where the column leaves no room', () => {
    expect(placementsFor(CLAIM, rect(100, 0, 1000, 4000), 360, { left: 0, right: 1100 })).toEqual([
      'bottom-start',
      'top-start',
    ]);
  });

  test('is no part of the page that two fingers have zoomed away from', () => {
    const view = { left: 600, right: 1250 };
    expect(placementsFor(rect(700, 300, 900, 350), rect(600, 0, 1200, 4000), 360, view)[0]).toBe('bottom-start');
  });

  test('reckons with a claim that stands out of its column', () => {
    expect(
      placementsFor(rect(400, 300, 1350, 350), rect(300, 0, 900, 4000), 360, { left: 0, right: 1400 })[0],
    ).not.toBe('right-start');
  });
});

describe('what a popover keeps clear of', () => {
  test('is the whole width of the column when it stands beside it', () => {
    expect(referenceFor('right-start', CLAIM, rect(300, 0, 900, 4000))).toMatchObject({
      left: 300,
      width: 600,
      top: 300,
    });
  });

  test('is the claim alone when it stands below', () => {
    expect(referenceFor('bottom-start', CLAIM, rect(300, 0, 900, 4000))).toMatchObject({ left: 400, width: 300 });
  });
});
