import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { notesOn } from '../browser/extension/article-page';
import { HOST, overlay } from '../browser/extension/overlay';
import { sessionIn } from '../browser/extension/session';
import { BROWSERS, type BrowserName, pause, until } from '../browser/launch';
import { pageOf } from './article';
import { SILENT, SPECIMENS } from './specimens';
import { type Seen, survey } from './survey';
import { changedMarkup, movedLines, rememberLines } from './untouched';

/** For a chip, as `Seen` measures it. */
const ALONG = { least: -4, most: 4 };
const ACROSS = { least: 0.1, most: 0.6 };
const SIZES = { least: 12, most: 19 };
/** Chips are put in their places with the frame after a change; a page of thousands of elements takes its time. */
const SETTLED_MS = 2_000;

const pathOf = (specimen: string) => `/${encodeURIComponent(specimen)}`;
const pages: Record<string, string> = Object.fromEntries(
  Object.entries({ ...SPECIMENS, ...SILENT }).map(([name, specimen]) => [pathOf(name), pageOf(specimen)]),
);

/** What befalls a page while it is read: a narrower window, a late image, zoom, and another font. */
async function befall(page: Page): Promise<void> {
  await page.setViewport({ width: 620, height: 1100 });
  await page.evaluate(() => {
    const image = document.querySelector<HTMLImageElement>('#late');
    if (image) image.src = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='90' height='170'/>`;
    document.documentElement.style.setProperty('zoom', '1.3');
    document.body.style.setProperty('font-family', 'monospace');
  });
}

/** All of them in Chromium; in Firefox every third, and with `EVERY_PAGE=1` all: layout differs little, and each takes seconds. */
function specimensFor(name: BrowserName): string[] {
  const all = Object.keys(SPECIMENS);
  return name === 'chromium' || process.env.EVERY_PAGE ? all : all.filter((_, at) => at % 3 === 0);
}

describe.each(BROWSERS)('the zoo in %s', (name) => {
  // High, so that little has to be scrolled to be looked at.
  const session = sessionIn(name, pages, { width: 1000, height: 1300 });
  let page: Page;

  const open = async (specimen: string) => {
    page = await session.browser.browser.newPage();
    await page.evaluateOnNewDocument(rememberLines);
    await page.goto(session.origin + pathOf(specimen));
  };

  test.each(specimensFor(name))('chips stand at their claims: %s', async (specimen) => {
    await open(specimen);
    await notesOn(page);
    await expectRight(page, 'at first');
    expect(await page.evaluate(changedMarkup, pages[pathOf(specimen)] ?? '')).toBeNull();
    if (!SPECIMENS[specimen]?.moves) expect(await page.evaluate(movedLines)).toEqual([]);
    await befall(page);
    await expectRight(page, 'after a narrower window, a late image, zoom and another font');
  });

  test.each(Object.keys(SILENT))('nothing stands over %s', async (specimen) => {
    await open(specimen);
    await pause(1_500);
    expect(await page.$(HOST)).toBeNull();
  });

  test('a chip gives way where its claim scrolls under a bar of the page, unless the keyboard is on it', async () => {
    await open('sticky bars');
    await notesOn(page);
    const opacity = () => overlay(page).first('.places > li > .chip', (number) => getComputedStyle(number).opacity);
    expect(await opacity()).toBe('1');
    await page.evaluate(() => {
      const [range] = [...CSS.highlights.values()].flatMap((ranges) => [...ranges] as Range[]);
      const { top } = range?.getBoundingClientRect() ?? new DOMRect();
      scrollBy({ top: top - 40, behavior: 'instant' });
    });
    await until('the chip to give way', async () => (await opacity()) === '0');
    await overlay(page).focus('.places > li > .chip');
    expect(await opacity()).toBe('1');
  });
});

/** Waits until every chip stands where it should; fails with those that don't when the time is over. */
async function expectRight(page: Page, when: string): Promise<void> {
  const end = Date.now() + SETTLED_MS;
  for (;;) {
    const all = await survey(page);
    const wrong = all.flatMap(faultOf);
    if (wrong.length === 0 && all.length > 0) return;
    if (Date.now() > end) expect({ when, wrong, chips: all.length }).toEqual({ when, wrong: [], chips: 'any' });
    await pause(50);
  }
}

const isIn = (value: number, { least, most }: { least: number; most: number }) => value >= least && value <= most;

function faultOf({ claim, end, chip, along, across, size }: Seen): string[] {
  const placed = isIn(along, ALONG) && isIn(across, ACROSS) && isIn(size, SIZES);
  if (chip ? end !== 'unseen' && placed : end !== 'seen') return [];
  const place = [along, across, size].map((value) => value.toFixed(1)).join(' ');
  return [`${claim.slice(0, 30)}: ${end}, ${chip ? `chip at ${place}` : 'no chip'}`];
}
