import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, pause, until } from '../launch';
import { ARTICLE, firstClaim, openText, type Point, pointOn, untilClosed, untilOpen, untilStill } from './article-page';
import { chip, overlay } from './overlay';
import { sessionIn } from './session';

const WINDOW = { width: 390, height: 780 };

describe.each(BROWSERS)('touching in a narrow %s', (name) => {
  const session = sessionIn(name, {
    '/': ARTICLE.replace('<head>', '<head><meta name="viewport" content="width=device-width">'),
  });
  let page: Page;

  beforeEach(async () => {
    page = await session.openArticle('/', { ...WINDOW, hasTouch: name === 'chromium' });
  });

  const tap = ({ x, y }: Point) => page.touchscreen.tap(x, y);
  const openNote = async () => {
    await tap(await pointOn(page, await firstClaim(page)));
    await untilOpen(page);
    await untilStill(page, '.surface');
  };
  const boxOf = (selector: string) => overlay(page).box(selector);
  /** Moves a finger down the window or up, as slowly as one that doesn't flick: what is flicked moves on, and swallows taps. */
  const drag = async ({ x, y }: Point, by: number) => {
    await page.touchscreen.touchStart(x, y);
    for (let step = 1; step <= 10; step += 1) {
      await page.touchscreen.touchMove(x, y + (by * step) / 10);
      await pause(40);
    }
    await pause(150);
    await page.touchscreen.touchEnd();
    await untilStill(page, '.surface');
  };
  /** Pulls the sheet by its grip. */
  const pull = async (by: number) => {
    const { x, y, width, height } = await boxOf('.grip');
    await drag({ x: x + width / 2, y: y + height / 2 }, by);
  };
  const isTall = () => overlay(page).first('.place', (place) => place.hasAttribute('data-tall'));

  test('a tap on a claim opens a sheet along the bottom of the window, clear of the claim', async () => {
    const claim = await firstClaim(page);
    await openNote();
    const sheet = await boxOf('.surface');
    const width = await page.evaluate(() => document.documentElement.clientWidth);
    expect([sheet.x, sheet.width, Math.round(sheet.y + sheet.height)]).toEqual([0, width, WINDOW.height]);
    const bottom = await page.evaluate(
      (kind) =>
        [...(CSS.highlights.get(kind) ?? [])].map((range) => (range as Range).getBoundingClientRect().bottom)[0],
      `${claim}-open`,
    );
    expect(bottom).toBeLessThan(sheet.y);
  });

  test('a tap beside a chip is a tap on it', async () => {
    await overlay(page).first(chip(2), (button) => button.scrollIntoView({ block: 'center' }));
    await untilStill(page, chip(2));
    const box = await boxOf(chip(2));
    await tap({ x: box.x + box.width / 2, y: box.y - 4 });
    expect(await untilOpen(page)).toContain('2 of ');
  });

  test('a tap elsewhere closes the sheet, a finger that scrolls the page doesn’t', async () => {
    await openNote();
    await drag({ x: 200, y: 250 }, -50);
    expect(await openText(page)).not.toBeNull();
    await tap({ x: 5, y: 60 });
    await untilClosed(page);
  });

  test('a sheet pulled up grows tall, pulled down is low again, and pulled out of the window closes', async () => {
    await openNote();
    const low = await boxOf('.surface');
    await pull(-200);
    expect(await isTall()).toBe(true);
    expect((await boxOf('.surface')).height).toBeGreaterThan(low.height);
    await pull(250);
    expect(await isTall()).toBe(false);
    await pull(low.height * 0.7);
    await untilClosed(page);
  });

  test('a sheet that is pulled a little springs back', async () => {
    await openNote();
    const before = await boxOf('.surface');
    await pull(40);
    await until('the sheet to be back', async () => (await boxOf('.surface')).y === before.y);
  });

  test('the keyboard makes a sheet tall and low, and closes it', async () => {
    await openNote();
    await overlay(page).focus('.grip');
    await page.keyboard.press('Enter');
    expect(await isTall()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await isTall()).toBe(false);
    await page.keyboard.press('ArrowUp');
    expect(await isTall()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await untilClosed(page);
  });

  test('everything in the sheet that can be pressed is at least 24 pixels high and wide', async () => {
    await openNote();
    const small = await overlay(page).first('.surface', (surface) =>
      [...surface.querySelectorAll('button, summary')]
        .map((control) => ({ name: control.ariaLabel ?? control.textContent, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
  });
});
