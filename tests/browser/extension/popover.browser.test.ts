import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OPEN_AFTER } from '../../../page/timings';
import { BROWSERS, type Harness, launchWithExtension, pause, type Server, serve, until } from '../launch';
import {
  ARTICLE,
  chip,
  firstClaim,
  HOST,
  notesOn,
  openText,
  pointOn,
  restOn,
  untilClosed,
  untilOpen,
} from './article-page';

/** From intent to sight, in milliseconds. */
const PROMPT = 100;
/** The best of so many counts: what the machine does besides isn't Sidelight's. */
const TRIES = 7;

describe.each(BROWSERS)('a popover in %s', (name) => {
  let browser: Harness;
  let server: Server;
  let page: Page;

  beforeAll(async () => {
    server = await serve({ '/': ARTICLE });
    browser = await launchWithExtension(name);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    page = await browser.open(server.origin);
    await notesOn(page);
  });
  afterEach(() => page.close());

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

  /** Opens and closes a note again and again; gives the shortest time between the reader's act and the first frame that shows it. */
  async function timeToSight(event: 'click' | 'pointermove', wait: number, act: () => Promise<void>): Promise<number> {
    const times: number[] = [];
    for (let tries = 0; tries < TRIES; tries += 1) {
      await page.evaluate(
        (host, type) => {
          const world = window as { acted?: number; seen?: number };
          world.seen = 0;
          addEventListener(
            type,
            ({ timeStamp }) => {
              world.acted = timeStamp;
            },
            { capture: true },
          );
          const look = () => {
            const surface = document.querySelector(host)?.shadowRoot?.querySelector('.place:popover-open .surface');
            // The frame after the one that draws it.
            if (surface)
              requestAnimationFrame(() => {
                world.seen = performance.now();
              });
            else requestAnimationFrame(look);
          };
          look();
        },
        HOST,
        event,
      );
      await act();
      await untilOpen(page);
      const time = await until('a frame', () =>
        page.evaluate(() => {
          const { acted = 0, seen = 0 } = window as { acted?: number; seen?: number };
          return seen && seen - acted;
        }),
      );
      times.push(time - wait);
      await page.keyboard.press('Escape');
      await untilClosed(page);
      await page.mouse.move(3, 3);
      await pause(100);
    }
    times.sort((a, b) => a - b);
    const [best = Number.POSITIVE_INFINITY] = times;
    const intent = event === 'click' ? 'a click' : 'the end of the hover delay';
    console.log(`${name}: from ${intent} to sight ${times.map(Math.round).join(', ')} ms`);
    return best;
  }

  test('is seen within 100 ms of a click', async () => {
    const { x, y } = await pointOn(page, await firstClaim(page));
    expect(await timeToSight('click', 0, () => page.mouse.click(x, y))).toBeLessThanOrEqual(PROMPT);
  });

  test('is seen within 100 ms of the end of the hover delay', async () => {
    const { x, y } = await pointOn(page, await firstClaim(page));
    // One move alone, since each that is fast begins the delay anew.
    expect(await timeToSight('pointermove', OPEN_AFTER, () => page.mouse.move(x, y))).toBeLessThanOrEqual(PROMPT);
  });

  test.each([1200, 700])(
    'lies in the window and clear of its claim, whichever note it is, at %i pixels',
    { timeout: 240_000 },
    async (width) => {
      await page.setViewport({ width, height: 800 });
      await pause(300);
      const notes = await notesOn(page);
      for (let number = 1; number <= notes; number += 1) {
        // The claim near the window's lower edge for one note, near its upper edge for the next.
        const button = await chip(page, number);
        await button.evaluate(
          (element, atEnd) => {
            scrollBy({
              top: element.getBoundingClientRect().top - (atEnd ? innerHeight - 60 : 60),
              behavior: 'instant',
            });
            (element as HTMLElement).click();
          },
          number % 2 === 0,
        );
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
});

describe.each(BROWSERS)('copying in %s', (name) => {
  let browser: Harness;
  let server: Server;

  beforeAll(async () => {
    server = await serve({ '/': ARTICLE });
    browser = await launchWithExtension(name);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('all of an article gives the article, without a number or a note', async () => {
    const page = await browser.open(server.origin);
    await notesOn(page);
    await (await chip(page, 1)).click();
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
    await page.close();
  });
});
