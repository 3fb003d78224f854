import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { OPEN_AFTER } from '../../page/timings';
import { ARTICLE, firstClaim, pointOn, untilClosed, untilOpen } from '../browser/extension/article-page';
import { HOST } from '../browser/extension/overlay';
import { sessionIn } from '../browser/extension/session';
import { BROWSERS, pause, until } from '../browser/launch';
import { openingTimes } from './frames';

/** From intent to sight, in milliseconds. */
const PROMPT = 100;
/** The best of at most so many counts: what the machine does besides isn't Sidelight's. */
const TRIES = 7;

describe.each(BROWSERS)('a note in %s', (name) => {
  const session = sessionIn(name, { '/': ARTICLE });
  let page: Page;

  beforeEach(async () => {
    page = await session.openArticle();
  });

  /** Opens and closes a note until it was seen in time once; gives the shortest time from the reader's act to the first frame that shows it. */
  async function timeToSight(event: 'click' | 'pointermove', wait: number, act: () => Promise<void>): Promise<number> {
    const times: number[] = [];
    while (times.length < TRIES && !times.some((time) => time <= PROMPT)) {
      await page.evaluate(watchForSight, HOST, event);
      await act();
      await untilOpen(page);
      const time = await until('a frame', () => page.evaluate(() => window.seen && window.seen - window.acted));
      times.push(time - wait);
      await page.keyboard.press('Escape');
      await untilClosed(page);
      await page.mouse.move(3, 3);
      await pause(100);
    }
    const intent = event === 'click' ? 'a click' : 'the end of the hover delay';
    console.log(`${name}: from ${intent} to sight ${times.map(Math.round).join(', ')} ms`);
    return Math.min(...times);
  }

  test('is seen within 100 ms of a click on its claim', async () => {
    const { x, y } = await pointOn(page, await firstClaim(page));
    expect(await timeToSight('click', 0, () => page.mouse.click(x, y))).toBeLessThanOrEqual(PROMPT);
  });

  test('is seen within 100 ms of the end of the hover delay', async () => {
    const { x, y } = await pointOn(page, await firstClaim(page));
    // One move alone, since each that is fast begins the delay anew.
    expect(await timeToSight('pointermove', OPEN_AFTER, () => page.mouse.move(x, y))).toBeLessThanOrEqual(PROMPT);
  });

  test('is seen within 100 ms of a press on its chip, whichever of them it is', async () => {
    const times = (await page.evaluate(openingTimes, HOST)).sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
    console.log(
      `${name}: from a press to sight ${median.toFixed(1)} ms in the median, ${times.at(-1)?.toFixed(1)} ms at most`,
    );
    expect(median).toBeLessThan(PROMPT);
  });
});

declare global {
  interface Window {
    /** When the reader acted, and when the note was first seen; 0 until then. */
    acted: number;
    seen: number;
  }
}

/** Runs in the page. */
function watchForSight(host: string, type: string): void {
  window.seen = 0;
  addEventListener(
    type,
    ({ timeStamp }) => {
      window.acted = timeStamp;
    },
    { capture: true },
  );
  const look = () => {
    const surface = document.querySelector(host)?.shadowRoot?.querySelector('.place:popover-open .surface');
    // The frame after the one that draws it.
    requestAnimationFrame(
      surface
        ? () => {
            window.seen = performance.now();
          }
        : look,
    );
  };
  look();
}
