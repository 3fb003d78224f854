/** Where the reader, and not the page, chooses the colours: what is told by shapes alone. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { painted, untilClosed, untilOpen } from '../browser/extension/article-page';
import { chip, HOST, overlay } from '../browser/extension/overlay';
import { sessionIn } from '../browser/extension/session';
import { BROWSERS, until } from '../browser/launch';
import { pageOf } from './article';
import { SPECIMENS } from './specimens';

/** Firefox's driver can't emulate them, but its reader can choose them. */
const FORCED = { prefs: { 'browser.display.document_color_use': 2 } };

describe.each(BROWSERS)('with forced colours in %s', (name) => {
  const session = sessionIn(name, { '/': pageOf(SPECIMENS.columns ?? {}) }, FORCED);
  let page: Page;

  beforeEach(async () => {
    page = await session.openArticle();
    if (name === 'chromium') await forceColours(page);
  });

  /** How many lines end at each chip, in the text or over it. */
  const linesAtChips = () =>
    page.evaluate((host) => {
      const root = document.querySelector(host)?.shadowRoot;
      const drawn = [...(root?.querySelectorAll('.underlines > [data-kind=claim]') ?? [])];
      const lines = [
        ...drawn.map((line) => line.getBoundingClientRect()),
        ...[...CSS.highlights.entries()]
          .filter(([kind]) => !/name|open/.test(kind))
          .flatMap(([, ranges]) => [...ranges].flatMap((range) => [...(range as Range).getClientRects()].slice(-1))),
      ];
      return [...(root?.querySelectorAll('.places > li:not([hidden]) > .chip') ?? [])].map((number) => {
        const { left, bottom } = number.getBoundingClientRect();
        return lines.filter((line) => Math.hypot(left - line.right, bottom - line.top) < 14).length;
      });
    }, HOST);

  test('each claim is underlined, and none looks like selected text', async () => {
    // Until the page hears of its colours, highlights are lines at chips, too.
    if (name === 'chromium') await until('no highlight', async () => Object.keys(await painted(page)).length === 0);
    await until('a line at each chip', async () => {
      const counts = await linesAtChips();
      return counts.length > 0 && counts.every((count) => count === 1);
    });
    if (name === 'chromium') expect(await painted(page)).toEqual({});
  });

  test('the open claim is told from the others', async () => {
    await overlay(page).focus(chip(1));
    await page.keyboard.press('Enter');
    await untilOpen(page);
    const open = Object.entries(await painted(page)).filter(([kind]) => kind.endsWith('-open'));
    expect(open).toHaveLength(1);
  });

  test('a chip has a border, which is dashed once its note has been read', async () => {
    const borders = () => overlay(page).all('.chip', ([one]) => one && getComputedStyle(one).borderTopStyle);
    expect(await borders()).toBe('solid');
    await overlay(page).focus(chip(1));
    await page.keyboard.press('Enter');
    await untilOpen(page);
    expect(await borders()).toBe('solid');
    await page.keyboard.press('Escape');
    await untilClosed(page);
    expect(await borders()).toBe('dashed');
  });

  test.runIf(name === 'chromium')('lines go again where colours are no longer forced', async () => {
    await until('lines', () => overlay(page).has('.underlines > *'));
    await forceColours(page, 'none');
    await until('no lines', async () => !(await overlay(page).has('.underlines > *')));
    expect(Object.keys(await painted(page))).not.toEqual([]);
  });
});

async function forceColours(page: Page, value = 'active'): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
}
