import { readFileSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import { ANGLES } from '../context/schema';
import { highlightName, Paint } from './paint';
import type { Theme } from './theme';

const THEMES: Theme[] = ['light', 'dark'];
const SHEET = readFileSync(new URL('../entrypoints/highlights.css', import.meta.url), 'utf8');
const TOKENS = readFileSync(new URL('../components/tokens.css', import.meta.url), 'utf8');

const registry = new Map<string, Set<unknown>>();
beforeEach(() => {
  registry.clear();
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal('Highlight', Set);
});

const range = (name: string) => ({ name }) as unknown as Range;

test('ranges are painted by angle and theme, the open one apart', () => {
  const paint = new Paint(new AbortController().signal);
  const [a, b, c] = [range('a'), range('b'), range('c')];
  paint.draw(
    [
      { range: a, as: 'figure', open: false },
      { range: b, as: 'figure', open: true },
      { range: c, as: 'name', open: false },
    ],
    'dark',
  );
  expect(Object.fromEntries([...registry].map(([name, ranges]) => [name, [...ranges]]))).toEqual({
    'sidelight-figure-dark': [a],
    'sidelight-figure-open-dark': [b],
    'sidelight-name-dark': [c],
  });
});

test('a highlight that the page has made itself is never touched', () => {
  const theirs = new Set(['theirs']);
  registry.set('search', theirs);
  const stop = new AbortController();
  const paint = new Paint(stop.signal);
  paint.draw([{ range: range('a'), as: 'update', open: false }], 'light');
  stop.abort();
  expect([...registry]).toEqual([['search', theirs]]);
});

test('what a newer life of the extension has painted under the same name stays', () => {
  const stop = new AbortController();
  const older = new Paint(stop.signal);
  older.draw([{ range: range('a'), as: 'figure', open: false }], 'light');
  const newer = new Paint(new AbortController().signal);
  const b = range('b');
  newer.draw([{ range: b, as: 'figure', open: false }], 'light');
  stop.abort();
  expect([...(registry.get('sidelight-figure') ?? [])]).toEqual([b]);
});

test('painting again leaves nothing of before', () => {
  const paint = new Paint(new AbortController().signal);
  paint.draw([{ range: range('a'), as: 'origin', open: false }], 'light');
  paint.draw([{ range: range('b'), as: 'dispute', open: false }], 'dark');
  expect([...registry.keys()]).toEqual(['sidelight-dispute-dark']);
});

test.each(
  THEMES.flatMap((theme) =>
    [...ANGLES, 'name'].flatMap((as) => [false, true].map((open) => highlightName(as, open, theme))),
  ),
)('the style sheet has %s', (name) => {
  expect(SHEET).toContain(`::highlight(${name}) {`);
});

test.each(ANGLES.flatMap((angle) => THEMES.map((theme) => [angle, theme] as const)))(
  'the style sheet paints %s in the hue of the %s theme’s token',
  (angle, theme) => {
    const [, light = '', dark = ''] = new RegExp(`--${angle}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(TOKENS) ?? [];
    const hue = (theme === 'light' ? light : dark).match(/[\da-f]{2}/g)?.map((digits) => Number.parseInt(digits, 16));
    const rule = SHEET.split(`::highlight(${highlightName(angle, false, theme)}) {`)[1]?.split('}')[0];
    expect(rule).toContain(`rgb(${hue?.join(' ')} / `);
  },
);
