import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GAP, MOST_SHIFT, type Stacked, type Stretch, stack } from './stacking';

const note = (at: number, weight = 1): Stacked => ({ at, full: 80, folded: 20, weight });
const PAGE: Stretch[] = [{ top: 0, bottom: 5_000 }];

describe('a note', () => {
  test('that is alone stands at its line', () => {
    expect(stack([note(300)], PAGE)).toEqual([{ top: 300, folded: false }]);
  });

  test('stays within the margin at its end', () => {
    expect(stack([note(4_990)], PAGE)).toEqual([{ top: 4_920, folded: false }]);
  });

  test('stands beside what is in the way, as near as it can', () => {
    const around = [
      { top: 0, bottom: 280 },
      { top: 340, bottom: 900 },
    ];
    expect(stack([note(330)], around)).toEqual([{ top: 340, folded: false }]);
    expect(stack([note(290)], around)).toEqual([{ top: 200, folded: false }]);
    expect(stack([note(301)], [...around.slice(0, 1), { top: 330, bottom: 345 }])).toEqual([
      { top: 260, folded: true },
    ]);
  });

  test('is left out where nothing is free near its line', () => {
    expect(stack([note(300)], [{ top: 600, bottom: 900 }])).toEqual([null]);
    expect(stack([note(300)], [])).toEqual([null]);
    expect(stack([note(300)], [{ top: 295, bottom: 310 }])).toEqual([null]);
  });
});

describe('two notes', () => {
  test('on one line share the way that they have to move', () => {
    expect(stack([note(300), note(300)], PAGE)).toEqual([
      { top: 300 - (80 + GAP) / 2, folded: false },
      { top: 300 + (80 + GAP) / 2, folded: false },
    ]);
  });

  test('stand in the order of their lines, not of their numbers', () => {
    const [first, second] = stack([note(900), note(300)], PAGE);
    expect(first?.top).toBe(900);
    expect(second?.top).toBe(300);
  });
});

describe('a crowd', () => {
  test('folds the lightest first', () => {
    const stands = stack([note(300, 3), note(310, 1), note(320, 2), note(330, 4)], PAGE);
    expect(stands.map((stand) => stand?.folded)).toEqual([false, true, false, false]);
  });

  test('of which too many are folded leaves out the lightest', () => {
    const stands = stack(
      Array.from({ length: 12 }, (_, index) => note(300, index)),
      PAGE,
    );
    expect(stands.filter(Boolean).length).toBeGreaterThan(4);
    expect(stands.at(-1)).not.toBeNull();
    expect(stands[0]).toBeNull();
  });

  test('leaves notes that stand apart from it as they are', () => {
    const crowd = Array.from({ length: 10 }, () => note(300, 5));
    expect(stack([...crowd, note(2_000, 1)], PAGE).at(-1)).toEqual({ top: 2_000, folded: false });
  });
});

const anyNotes = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 3_000 }),
    full: fc.integer({ min: 40, max: 140 }),
    folded: fc.integer({ min: 18, max: 40 }),
    weight: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 30 },
);
/** Free stretches as a page leaves them: in order, with something between. */
const anyStretches = fc
  .uniqueArray(fc.integer({ min: 0, max: 3_200 }), { minLength: 2, maxLength: 10 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((top, index) => {
      const bottom = edges[index + 1];
      return index % 2 === 0 && bottom !== undefined ? [{ top, bottom }] : [];
    }),
  );

/** What is shown, from top to bottom, with the room that each takes. */
function shown(notes: Stacked[], stretches: Stretch[]) {
  return stack(notes, stretches)
    .flatMap((stand, index) => {
      const of = notes[index];
      return stand && of ? [{ ...stand, of, index, bottom: stand.top + (stand.folded ? of.folded : of.full) }] : [];
    })
    .sort((a, b) => a.top - b.top);
}

describe('whatever the notes and the page', () => {
  test('no two notes overlap, and between those of a stretch there is a gap', () => {
    fc.assert(
      fc.property(anyNotes, anyStretches, (notes, stretches) => {
        const all = shown(notes, stretches);
        for (const [index, one] of all.entries()) {
          const next = all[index + 1];
          if (!next) continue;
          const together = stretches.some(({ top, bottom }) => top <= one.top + 1e-6 && next.bottom <= bottom + 1e-6);
          expect(next.top - one.bottom).toBeGreaterThanOrEqual((together ? GAP : 0) - 1e-6);
        }
      }),
    );
  });

  test('every note stands whole in a free stretch', () => {
    fc.assert(
      fc.property(anyNotes, anyStretches, (notes, stretches) => {
        for (const one of shown(notes, stretches)) {
          const inside = stretches.some(({ top, bottom }) => one.top >= top - 1e-6 && one.bottom <= bottom + 1e-6);
          expect(inside).toBe(true);
        }
      }),
    );
  });

  test('notes stand in the order of their lines, and none far from its own', () => {
    fc.assert(
      fc.property(anyNotes, anyStretches, (notes, stretches) => {
        const all = shown(notes, stretches);
        expect(all.map(({ of }) => of.at)).toEqual(all.map(({ of }) => of.at).sort((a, b) => a - b));
        for (const { top, of } of all) expect(Math.abs(top - of.at)).toBeLessThanOrEqual(MOST_SHIFT);
      }),
    );
  });

  test('they move no more, in squares, than if each were only pushed down by the one above', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const all = shown(notes, [{ top: -1e6, bottom: 1e6 }]);
        let below = -1e6;
        let pushed = 0;
        for (const { of, top, bottom } of all) {
          const at = Math.max(of.at, below);
          below = at + bottom - top + GAP;
          pushed += (at - of.at) ** 2;
        }
        const moved = all.reduce((sum, { top, of }) => sum + (top - of.at) ** 2, 0);
        expect(moved).toBeLessThanOrEqual(pushed + 1e-3);
      }),
    );
  });

  test('a note is folded or left out only where notes are near', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 }), (lines) => {
        const notes = lines.map((line) => note(line * (80 + GAP)));
        expect(stack(notes, PAGE)).toEqual(notes.map(({ at }) => ({ top: at, folded: false })));
      }),
    );
  });
});
