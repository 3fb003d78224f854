import { describe, expect, it } from 'vitest';
import type { Series } from '../context/schema';
import { panelsOf, shortName, spotsOf, spread, yearOf } from './chart-scales';

const series = (x: Series['x'], unit: string, lines: Series['lines']): Series => ({
  ...{ id: 'a-series', title: 'A series', asOf: '2025', sources: ['a-source'] },
  ...{ x, unit, lines },
});

const students: Series['lines'] = [
  {
    name: 'China',
    points: [
      ['2009/10', 127628],
      ['2010/11', 157558],
      ['2011/12', 194029],
    ],
  },
  {
    name: 'India',
    points: [
      ['2009/10', 104897],
      ['2011/12', 100270],
    ],
  },
];

describe('the place of a label on the time axis', () => {
  it('is the year, or the middle of a period', () => {
    expect(yearOf('2021')).toBe(2021);
    expect(yearOf('2009/10')).toBe(2009.5);
    expect(yearOf('1999/00')).toBe(1999.5);
    expect(yearOf('2016–2018')).toBe(2017);
    expect(yearOf('2025 (projected)')).toBe(2025);
  });

  it('is nowhere for what is no year', () => {
    expect(yearOf('NSF')).toBeNull();
    expect(yearOf('Biden, January 2021')).toBeNull();
  });
});

describe('the pictures of a series', () => {
  it('draws lines from three moments on, and bars for fewer', () => {
    const [first, second] = students;
    expect(panelsOf(series('year', 'students', students)).map(({ kind }) => kind)).toEqual(['lines']);
    expect(panelsOf(series('year', 'students', second ? [second] : []))[0]?.kind).toBe('bars');
    expect(panelsOf(series('country', 'students', first ? [first] : []))[0]?.kind).toBe('bars');
  });

  it('never puts people and per cent on one scale', () => {
    const mixed = series('year', 'people a year; per cent to China', [
      { name: 'Left the US', points: [['2010', 900]] },
      { name: 'Share moving to China (%)', points: [['2010', 48]] },
    ]);
    expect(panelsOf(mixed).map(({ unit, lines }) => [unit, lines.length])).toEqual([
      ['people a year', 1],
      ['per cent to China', 1],
    ]);
  });

  it('takes a line that names per cent out of a series of something else', () => {
    const mixed = series('year', 'papers', [
      { name: 'Papers', points: [['2010', 40]] },
      { name: 'Share (%)', points: [['2010', 48]] },
    ]);
    expect(panelsOf(mixed).map(({ unit }) => unit)).toEqual(['papers', '%']);
  });

  it('keeps a line apart that would lie flat beside another', () => {
    const apart = series('year', 'papers', [
      { name: 'China', points: [['2010', 50000]] },
      { name: 'Iceland', points: [['2010', 90]] },
    ]);
    expect(panelsOf(apart)).toHaveLength(2);
  });

  it('sorts years, and leaves other labels as the source gives them', () => {
    const [late] = panelsOf(
      series('year', 'papers', [
        { name: 'A', points: [['2012', 1]] },
        { name: 'B', points: [['2010', 1]] },
      ]),
    );
    expect(late?.labels).toEqual(['2010', '2012']);
    const points: [string, number][] = [
      ['NSF', -56],
      ['NIH', -40],
    ];
    expect(panelsOf(series('field', 'per cent', [{ name: '', points }]))[0]?.labels).toEqual(['NSF', 'NIH']);
  });
});

describe('a line', () => {
  const india = students[1] ?? { name: '', points: [] };

  it('breaks where it has no value for a moment that another line has', () => {
    const spots = spotsOf(india, ['2009/10', '2010/11', '2011/12']);
    expect(spots.map((spot) => spot?.value ?? null)).toEqual([104897, null, 100270]);
  });

  it('breaks over years that nobody counted', () => {
    const points: [string, number][] = [
      ['2005', 35],
      ['2018', 47],
      ['2019', 60],
      ['2020', 73],
    ];
    const spots = spotsOf({ name: '', points }, ['2005', '2018', '2019', '2020']);
    expect(spots.map((spot) => spot?.year ?? null)).toEqual([2005, null, 2018, 2019, 2020]);
  });

  it('runs through where every value lies as far from the next', () => {
    const points: [string, number][] = [
      ['2003', 93],
      ['2007', 92],
      ['2011', 85],
    ];
    expect(spotsOf({ name: '', points }, ['2003', '2007', '2011'])).not.toContain(null);
  });
});

describe('labels at the ends of lines', () => {
  it('move apart in their order, and stay inside', () => {
    expect(spread([10, 12, 50], 20, 100)).toEqual([10, 30, 50]);
    expect(spread([95, 99], 20, 100)).toEqual([80, 100]);
    expect(spread([40, 10], 20, 100)).toEqual([40, 10]);
  });

  it('drop what stands in brackets, and are cut where still too long', () => {
    expect(shortName('European Union (28 members, to 2018)')).toBe('European Union');
    expect(shortName('Research-integrity cases')).toBe('Research-integ…');
  });
});
