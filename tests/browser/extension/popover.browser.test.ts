import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, until } from '../launch';
import { ARTICLE, firstClaim, notesOn, openText, pointOn, restOn, untilOpen, untilStill } from './article-page';
import { chip, HOST, overlay } from './overlay';
import { sessionIn } from './session';

describe.each(BROWSERS)('a popover in %s', (name) => {
  const session = sessionIn(name, { '/': ARTICLE });
  let page: Page;

  beforeEach(async () => {
    page = await session.openArticle();
  });

  /** Boxes of the open popover, and of the lines of the claim it belongs to. */
  const boxes = () =>
    page.evaluate((host) => {
      const place = document.querySelector(host)?.shadowRoot?.querySelector('.place');
      const open = [...CSS.highlights.entries()].find(
        ([kind]) => /-open(-dark)?$/.test(kind) && !kind.includes('name'),
      );
      const range = open && ([...open[1]][0] as Range);
      const popover = place?.getBoundingClientRect().toJSON() as DOMRect | undefined;
      const lines = [...(range?.getClientRects() ?? [])].map((line) => line.toJSON() as DOMRect);
      return { popover, lines, window: [innerWidth, innerHeight] as const };
    }, HOST);

  const isClear = async () => {
    const { popover, lines, window } = await boxes();
    if (!popover || lines.length === 0) return false;
    const { left, right, top, bottom } = popover;
    const inside = left >= 0 && top >= 0 && right <= window[0] && bottom <= window[1];
    return (
      inside &&
      lines.every((line) => line.right <= left || line.left >= right || line.bottom <= top || line.top >= bottom)
    );
  };

  test.each([1200, 700])(
    'lies in the window and clear of its claim, whichever note it is, at %i pixels',
    async (width) => {
      await page.setViewport({ width, height: 800 });
      await untilStill(page, '.places > li');
      const notes = await notesOn(page);
      for (let number = 1; number <= notes; number += 1) {
        await overlay(page).first(chip(number), openNear, number % 2 === 0);
        await until(`note ${number} clear of its claim`, isClear);
      }
    },
  );

  test('follows its claim while the page scrolls and when the window changes', async () => {
    await page.mouse.click(...(Object.values(await pointOn(page, await firstClaim(page))) as [number, number]));
    await until('the note clear of its claim', isClear);
    const offset = async () => {
      const { popover, lines } = await boxes();
      return Math.round((popover?.top ?? 0) - (lines[0]?.top ?? 0));
    };
    const before = await offset();
    await page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
    await until('the note to follow', async () => Math.abs((await offset()) - before) <= 1);
    // As at 200 %.
    await page.setViewport({ width: 600, height: 450, deviceScaleFactor: 2 });
    await until('the note clear of its claim', async () => (await openText(page)) === null || (await isClear()));
  });

  test('that a hover opened steps by brackets, though the keyboard is in the page', async () => {
    await restOn(page, await pointOn(page, await firstClaim(page)));
    expect(await untilOpen(page)).toContain('1 of ');
    await page.keyboard.press(']');
    await until('the second note', async () => (await openText(page))?.includes('2 of '));
    await page.keyboard.press('[');
    await until('the first note', async () => (await openText(page))?.includes('1 of '));
  });

  test('is not copied: all of an article gives the article, without a number or a note', async () => {
    await overlay(page).click(chip(1));
    await untilOpen(page);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyA', name === 'chromium' ? { commands: ['selectAll'] } : {});
    await page.keyboard.up('Control');
    const [withNotes, without] = await page.evaluate((host) => {
      const text = String(getSelection());
      document.querySelector(host)?.remove();
      return [text, String(getSelection())];
    }, HOST);
    expect(withNotes?.length).toBeGreaterThan(3_000);
    expect(withNotes).toBe(without);
  });
});

/** Runs in the page. The claim is near the window's lower edge then, or near its upper one. */
async function openNear(chip: HTMLElement, lowerEdge: boolean): Promise<void> {
  scrollBy({ top: chip.getBoundingClientRect().top - (lowerEdge ? innerHeight - 60 : 60), behavior: 'instant' });
  chip.click();
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
}
