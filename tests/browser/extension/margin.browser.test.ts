import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, until } from '../launch';
import { countNotes } from './article-page';
import {
  boxOf,
  choose,
  columnOf,
  meet,
  openMargin,
  overlapping,
  PAGES,
  sidenotesOn,
  untilSettled,
} from './margin-page';
import { overlay } from './overlay';
import { sessionIn } from './session';

describe.each(BROWSERS)('the margin in %s', (name) => {
  const session = sessionIn(name, PAGES);
  let page: Page;

  beforeAll(() => choose(session.browser, 'margin'));

  const open = async (path: string, width?: number) => {
    page = await openMargin(session, path, width);
  };

  test('sidenotes stand beside the text, inside the window, none over another, in the order of their claims', async () => {
    await open('/plain');
    const sides = await sidenotesOn(page);
    const { right } = await columnOf(page);
    expect(sides.length).toBeGreaterThan(8);
    for (const side of sides) {
      expect(side.left).toBeGreaterThan(right);
      expect(side.right).toBeLessThan(1500);
    }
    expect(overlapping(sides)).toEqual([]);
    expect(sides.map(({ top }) => top)).toEqual(sides.map(({ top }) => top).sort((a, b) => a - b));
  });

  test('a note without neighbours stands on the line of its claim', async () => {
    await open('/sparse');
    const sides = await sidenotesOn(page);
    const alone = sides.filter(
      ({ claim }) => sides.filter((other) => Math.abs(other.claim - claim) < 160).length === 1,
    );
    expect(alone.length).toBeGreaterThan(2);
    for (const { line, claim } of alone) expect(Math.abs(line - claim)).toBeLessThan(3);
  });

  test('where notes crowd, some are folded to a headline, and none stands far from its line', async () => {
    await open('/plain');
    const sides = await sidenotesOn(page);
    expect(sides.some(({ folded }) => folded)).toBe(true);
    expect(sides.some(({ folded }) => !folded)).toBe(true);
    for (const { line, claim } of sides) expect(Math.abs(line - claim)).toBeLessThan(100);
  });

  test('a narrow window has none, and none again when it becomes narrow', async () => {
    await open('/plain', 1000);
    expect(await sidenotesOn(page)).toEqual([]);
    await page.setViewport({ width: 1500, height: 900 });
    await until('sidenotes', async () => (await sidenotesOn(page)).length > 0);
    await page.setViewport({ width: 1000, height: 900 });
    await until('no sidenotes', async () => (await sidenotesOn(page)).length === 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1000);
  });

  test.each(['/filled', '/written'])('nothing stands over what the page has in the margin of %s', async (path) => {
    await open(path);
    const sides = await sidenotesOn(page);
    const { left, right } = await columnOf(page);
    const { top, bottom } = await boxOf(page, '#block');
    expect(sides.length).toBeGreaterThan(5);
    // The other margin may take them: nothing of the block is to be seen there.
    const beside = sides.filter((side) => side.left > right);
    for (const side of sides) expect(side.left > right || side.right < left).toBe(true);
    expect(beside.filter((side) => side.top < bottom && side.bottom > top)).toEqual([]);
  });

  test('nothing stands over a picture that is wider than the text', async () => {
    await open('/image');
    const sides = await sidenotesOn(page);
    const { top, bottom, right } = await boxOf(page, 'main figure svg');
    expect(sides.length).toBeGreaterThan(5);
    expect(right).toBeGreaterThan(sides[0]?.left ?? 0);
    expect(sides.filter((side) => side.top < bottom && side.bottom > top)).toEqual([]);
  });

  test.each(['/two-columns', '/scroller'])('there are none on %s, where no margin is free', async (path) => {
    await open(path);
    expect(await sidenotesOn(page)).toEqual([]);
    expect(await countNotes(page)).toBeGreaterThan(8);
  });

  test('under a bar that stays in the window, a sidenote is cut off', async () => {
    await open('/bar');
    const [first] = await sidenotesOn(page);
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), (first?.top ?? 0) - 70);
    await until('a cut', () =>
      overlay(page).first('.sidenote:not([hidden])', ({ style }) => /^inset\([1-9]/.test(style.clipPath)),
    );
    const hit = await page.evaluate(
      (x) => document.elementFromPoint(x, 80)?.closest('.masthead') !== null,
      (first?.left ?? 0) + 40,
    );
    expect(hit).toBe(true);
  });

  test('on a page that runs from right to left, they stand on the left', async () => {
    await open('/rtl');
    const sides = await sidenotesOn(page);
    const { left } = await columnOf(page);
    expect(sides.length).toBeGreaterThan(5);
    for (const side of sides) {
      expect(side.right).toBeLessThan(left);
      expect(side.left).toBeGreaterThan(0);
    }
  });

  test('on a ground that nobody could read them on, they bring their own', async () => {
    const grounds = () =>
      overlay(page).all('.sidenote:not([hidden])', (all) => all.map((one) => getComputedStyle(one).backgroundColor));
    await open('/grey');
    expect(new Set(await grounds())).toEqual(new Set(['rgb(255, 255, 255)']));
    await open('/plain');
    expect(new Set(await grounds())).toEqual(new Set(['rgba(0, 0, 0, 0)']));
  });

  test.each(['/zoom', '/loud'])('they keep clear of text and each other on %s', async (path) => {
    await open(path, 1800);
    const sides = await sidenotesOn(page);
    expect(sides.length).toBeGreaterThan(5);
    expect(overlapping(sides)).toEqual([]);
    const { right } = await columnOf(page);
    for (const side of sides) expect(side.left).toBeGreaterThan(right);
    for (const { line, claim } of sides) expect(Math.abs(line - claim)).toBeLessThan(110);
  });

  test('they follow their lines when the text is set larger, or something above it comes late', async () => {
    await open('/sparse');
    const shifts = async () => (await sidenotesOn(page)).map(({ line, claim }) => Math.abs(line - claim));
    await page.evaluate(() => document.body.style.setProperty('font-size', '24px'));
    await untilSettled(page);
    expect((await shifts()).length).toBeGreaterThan(5);
    expect(Math.max(...(await shifts()))).toBeLessThan(100);
    expect(overlapping(await sidenotesOn(page))).toEqual([]);
    await page.evaluate(() => {
      const late = document.createElement('div');
      late.style.height = '333px';
      document.querySelector('main')?.prepend(late);
    });
    await untilSettled(page);
    expect(Math.max(...(await shifts()))).toBeLessThan(100);
  });

  test('something that comes into the margin later drives them away', async () => {
    await open('/plain');
    const [first] = await sidenotesOn(page);
    if (!first) throw new Error('no sidenote');
    await page.evaluate(
      ({ left, top }) => {
        const late = document.createElement('img');
        late.style.cssText = `position: absolute; left: ${left}px; top: ${top + scrollY - 20}px; width: 200px; height: 150px`;
        document.body.append(late);
        scrollBy({ top: 40, behavior: 'instant' });
      },
      { left: first.left, top: first.top },
    );
    const late = await boxOf(page, 'body > img');
    await until('room for it', async () => !(await sidenotesOn(page)).some((side) => meet(side, late)));
  });
});
