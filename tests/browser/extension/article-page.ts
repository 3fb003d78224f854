/** An article in a browser with the extension, as tests see it: pages served, and what lies over them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type Harness, pause, until } from '../launch';
import { chip, HOST, overlay } from './overlay';

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../articles/${name}.html`, import.meta.url)), 'utf8');

export const ARTICLE = read('sample');
export const OFF_SUBJECT = read('off-subject');

export interface Point {
  x: number;
  y: number;
}

/** Opens the popup's page in a tab. */
export const openOwnPage = (browser: Harness) => persist(() => browser.openExtensionPage('popup.html'));
/** Opens the page of choices in a tab. */
export const openOptions = (browser: Harness) =>
  persist(async () => {
    const page = await browser.openExtensionPage('options.html');
    await until('the choices', () => page.$('.options'));
    return page;
  });
/** Opens the popup over a page. */
export const openPopup = (browser: Harness, page: Page) => persist(() => browser.openPopup(page));

/** Firefox's driver now and then looks into a document just as it is replaced, and fails. */
async function persist(open: () => Promise<Page>): Promise<Page> {
  for (let triesLeft = 2; ; triesLeft -= 1) {
    try {
      return await open();
    } catch (error) {
      if (triesLeft === 0) throw error;
    }
  }
}

/** Waits for the notes of an article, and until they are in their places; gives how many there are. */
export async function notesOn(page: Page): Promise<number> {
  const notes = await until('notes', () => countNotes(page));
  await page.evaluate(waitForFrame);
  return notes;
}

/** Runs in the page. One that lies behind others has no frames. */
function waitForFrame(): Promise<unknown> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });
}

export const countNotes = (page: Page): Promise<number> => overlay(page).count('.chip');

/** Waits until nothing of Sidelight is on the page. */
export async function untilGone(page: Page): Promise<void> {
  await until('the overlay to go', () => page.evaluate((host) => !document.querySelector(host), HOST));
}

/** The text of the surface that is open, or null. */
export const openText = (page: Page): Promise<string | null> =>
  overlay(page).all('.place:popover-open', ([place]) => place?.textContent ?? null);

export const untilOpen = (page: Page) => until('a surface', () => openText(page));
export const untilClosed = (page: Page) => until('no surface', async () => (await openText(page)) === null);

/** Waits until all that the selector finds in the overlay has kept its place for so many milliseconds. */
export async function untilStill(page: Page, selector: string, ms = 150): Promise<void> {
  const places = () =>
    overlay(page).all(selector, (found) => JSON.stringify(found.map((one) => one.getBoundingClientRect())));
  let [last, since] = [await places(), Date.now()];
  while (Date.now() - since < ms) {
    await pause(20);
    const now = await places();
    if (now !== last) [last, since] = [now, Date.now()];
  }
}

/** The texts that are painted, by the name of their highlight. */
export function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const entries = [...CSS.highlights.entries()].map(([name, ranges]) => [name, [...ranges].map(String)]);
    return Object.fromEntries(entries);
  });
}

/** Scrolls to the first painted range of a kind and gives a point on its first line. */
export async function pointOn(page: Page, highlight: string): Promise<Point> {
  await page.evaluate((name) => {
    const range = [...(CSS.highlights.get(name) ?? [])][0] as Range | undefined;
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, highlight);
  // A page hears of its scrolling with the next frame, and a pointer that came before it would count for nothing.
  await page.evaluate(waitForFrame);
  return page.evaluate((name) => {
    const range = [...(CSS.highlights.get(name) ?? [])][0] as Range | undefined;
    const box = range?.getClientRects()[0];
    if (!box) throw new Error(`nothing painted as ${name}`);
    return { x: box.left + Math.min(20, box.width / 2), y: box.top + box.height / 2 };
  }, highlight);
}

/** The highlight of the first note, whatever its angle. */
export async function firstClaim(page: Page): Promise<string> {
  return `sidelight-${await overlay(page).first(chip(1), ({ dataset }) => dataset.angle)}`;
}

/** Comes near from above and stays, as a hand does. */
export async function restOn(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x, Math.max(1, y - 60));
  await page.mouse.move(x, y, { steps: 4 });
  await pause(30);
  await page.mouse.move(x + 1, y);
}

export const markupOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
