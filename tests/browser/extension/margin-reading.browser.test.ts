import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { changedMarkup } from '../../zoo/untouched';
import { BROWSERS, pause, until } from '../launch';
import { countNotes, openText, painted, untilClosed, untilGone, untilOpen } from './article-page';
import { choose, openMargin, PAGES, sidenotesOn, untilSettled } from './margin-page';
import { chip, overlay } from './overlay';
import { sessionIn } from './session';

describe.each(BROWSERS)('reading in the margin in %s', (name) => {
  const session = sessionIn(name, PAGES);
  let page: Page;

  const open = async (path: string, width?: number) => {
    page = await openMargin(session, path, width);
  };

  describe('sidenotes', () => {
    beforeAll(() => choose(session.browser, 'margin'));

    test('a press on a sidenote opens its note, and a second one closes it', async () => {
      await open('/plain');
      const press = () => overlay(page).press('.sidenote:not([hidden])');
      const headline = await overlay(page).first('.sidenote:not([hidden]) b', (b) => b.textContent?.trim());
      await overlay(page).first('.sidenote:not([hidden])', (side) => side.scrollIntoView({ block: 'center' }));
      await press();
      expect(await untilOpen(page)).toContain(headline);
      await press();
      await untilClosed(page);
    });

    test('a pointer on a sidenote lights its claim, and opens nothing', async () => {
      await open('/plain');
      const [first] = await sidenotesOn(page);
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), (first?.top ?? 0) - 300);
      await untilSettled(page);
      const [now] = await sidenotesOn(page);
      await page.mouse.move((now?.left ?? 0) + 30, (now?.top ?? 0) + 10);
      await until('the claim to be lit', async () =>
        Object.keys(await painted(page)).some((kind) => kind.endsWith('-open')),
      );
      await pause(600);
      expect(await openText(page)).toBeNull();
      await page.mouse.move(3, 3);
      await until('the claim to be as before', async () =>
        Object.keys(await painted(page)).every((kind) => !kind.endsWith('-open')),
      );
    });

    test('the keyboard lights a sidenote from its chip, and has one stop for each note', async () => {
      await open('/plain');
      await overlay(page).focus(chip(1));
      await until('the sidenote to be lit', () =>
        overlay(page).first('.places > li:first-child .sidenote', (side) => side.dataset.lit === 'true'),
      );
      const stops = await overlay(page).all(
        '.places button',
        (all) => all.filter((button) => button.tabIndex >= 0).length,
      );
      expect(stops).toBe(await countNotes(page));
    });

    test('a screen reader hears number and angle from the chip alone, and the headline once', async () => {
      await open('/plain');
      const heard = await overlay(page).all('.places > li', (slots) =>
        slots.map((slot) => {
          const side = slot.querySelector<HTMLElement>('.sidenote:not([hidden])');
          const label = slot.querySelector('.chip');
          const seen = side?.cloneNode(true) as HTMLElement | undefined;
          for (const silent of seen?.querySelectorAll('[aria-hidden=true]') ?? []) silent.remove();
          return { described: label?.getAttribute('aria-description') ?? null, side: seen?.textContent ?? null };
        }),
      );
      for (const { described, side } of heard) expect(described === null).toBe(side !== null);
      expect(heard.filter(({ side }) => side && /^\d/.test(side.trim()) && !/^\d+[\s,%]/.test(side.trim()))).toEqual(
        [],
      );
    });

    test('the page’s own markup is what it was, with sidenotes and after they have gone', async () => {
      await open('/plain');
      const sent = PAGES['/plain'] ?? '';
      expect(await page.evaluate(changedMarkup, sent)).toBeNull();
      const popup = await session.browser.openExtensionPage('popup.html');
      const press = () => popup.$eval('[role=switch]', (toggle) => (toggle as HTMLElement).click());
      await until('the switch', () => popup.$('[role=switch]'));
      await press();
      await untilGone(page);
      expect(await page.evaluate(changedMarkup, sent)).toBeNull();
      await press();
      await page.bringToFront();
      await until('sidenotes', async () => (await sidenotesOn(page)).length > 0);
    });
  });

  test('a choice reaches a page that is open at once', async () => {
    await choose(session.browser, 'margin');
    await open('/plain');
    expect((await sidenotesOn(page)).length).toBeGreaterThan(0);
    await choose(session.browser, 'popovers');
    await page.bringToFront();
    await until('no sidenotes', async () => (await sidenotesOn(page)).length === 0, 1_500);
    expect(await overlay(page).first('.chip', (number) => number.getAttribute('aria-description'))).not.toBeNull();
    await choose(session.browser, 'automatic');
    await page.bringToFront();
    await until('sidenotes', async () => (await sidenotesOn(page)).length > 0, 1_500);
  });

  test('left to itself, it uses a margin of 320 px and no smaller one', async () => {
    await choose(session.browser, 'automatic');
    await open('/plain', 1200);
    expect(await sidenotesOn(page)).toEqual([]);
    await page.setViewport({ width: 1320, height: 900 });
    await until('sidenotes', async () => (await sidenotesOn(page)).length > 0);
  });

  test('left to itself, it leaves a margin alone that has room for few of the notes', async () => {
    await choose(session.browser, 'margin');
    await open('/plain');
    const all = await countNotes(page);
    await page.evaluate(() => {
      const block = document.createElement('div');
      block.textContent = 'x';
      block.style.cssText =
        'position: absolute; top: 1500px; bottom: 0; right: 0; width: 330px; height: 2600px; background: #fc0';
      document.body.append(block);
      const other = block.cloneNode(true) as HTMLElement;
      other.style.right = 'auto';
      other.style.left = '0';
      document.body.append(other);
      window.dispatchEvent(new Event('resize'));
    });
    await until('few sidenotes', async () => {
      const few = (await sidenotesOn(page)).length;
      return few > 0 && few < all * 0.6;
    });
    await choose(session.browser, 'automatic');
    await page.bringToFront();
    await until('no sidenotes', async () => (await sidenotesOn(page)).length === 0);
  });
});
