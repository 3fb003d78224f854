/** The overlay over whole pages, for those who read by other means than most. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  ARTICLE,
  HOST,
  inOverlay,
  notesOn,
  openText,
  painted,
  untilClosed,
  untilOpen,
} from '../browser/extension/article-page';
import { BROWSERS, type Harness, launchWithExtension, pause, type Server, serve, until } from '../browser/launch';
import { pageOf } from './article';
import { SPECIMENS } from './specimens';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES: Record<string, string> = {
  sample: ARTICLE,
  columns: pageOf(SPECIMENS.columns ?? {}),
  dark: pageOf(SPECIMENS['a dark page'] ?? {}),
};
/** Surfaces fade in, and axe measures what it sees. */
const FADED_MS = 300;

describe.each(BROWSERS)('the overlay in %s', (name) => {
  let browser: Harness;
  let server: Server;
  let page: Page;

  beforeAll(async () => {
    server = await serve(Object.fromEntries(Object.entries(PAGES).map(([path, html]) => [`/${path}`, html])));
    browser = await launchWithExtension(name);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(() => page?.close());

  const open = async (path: string, width = 1200) => {
    page = await browser.open('about:blank');
    await page.setViewport({ width, height: 900 });
    await page.goto(`${server.origin}/${path}`);
    await notesOn(page);
    await pause(FADED_MS);
  };
  const pressChip = async () => {
    await page.focus(inOverlay('.places > li:not([hidden]) > .chip'));
    await page.keyboard.press('Enter');
    await untilOpen(page);
    await pause(FADED_MS);
  };

  test.each(Object.keys(PAGES))('axe finds nothing over %s: chips, an open note, an open card', async (path) => {
    await open(path);
    await page.evaluate(AXE);
    expect(await violations(page), 'chips').toEqual([]);
    await pressChip();
    expect(await violations(page), 'a note').toEqual([]);
    await page.keyboard.press('Escape');
    await untilClosed(page);
    await page.focus(inOverlay('.names button'));
    await page.keyboard.press('Enter');
    await until('a card', () => page.$(inOverlay('.place .view.card')));
    await pause(FADED_MS);
    expect(await violations(page), 'a card').toEqual([]);
  });

  test.each([false, true])('axe finds nothing over sidenotes and an open tray: dark is %s', async (dark) => {
    await open(dark ? 'dark' : 'sample', 1600);
    await until('sidenotes', () => page.$(inOverlay('.sidenote:not([hidden])')));
    await page.evaluate(AXE);
    expect(await violations(page), 'sidenotes').toEqual([]);
    await page.$eval(inOverlay('.handle-open'), (handle) => (handle as HTMLElement).click());
    await until('the tray', () => page.$(inOverlay('.tray-place:popover-open')));
    await pause(FADED_MS);
    expect(await violations(page), 'the tray').toEqual([]);
    await page.$eval(inOverlay('.tray-place [data-note]'), (entry) => (entry as HTMLElement).click());
    await untilOpen(page);
    await pause(FADED_MS);
    expect(await violations(page), 'the tray beside a note').toEqual([]);
  });

  test('one landmark with a name holds the list of notes, each a button named by number, claim and angle', async () => {
    await open('columns');
    const landmark = await page.$eval(inOverlay('section'), (section) => ({
      name: section.ariaLabel,
      notes: [...section.querySelectorAll('ol > li button.chip')].map((chip) => chip.ariaLabel ?? ''),
    }));
    expect(landmark.name).toMatch(/\w/);
    landmark.notes.forEach((label, index) => {
      expect(label).toMatch(new RegExp(`^Note ${index + 1}: .+, \\w`));
    });
    expect(landmark.notes.length).toBeGreaterThan(0);
  });

  test('stepping from note to note is said politely', async () => {
    await open('columns');
    await pressChip();
    const politely = await page.$eval(inOverlay('.place'), (place) => place.querySelector('[aria-live]')?.ariaLive);
    expect(politely).toBe('polite');
    expect(await page.$(inOverlay('[aria-live=assertive]'))).toBeNull();
  });

  test('at 200 % zoom a note fits the window, and its chip stays at its claim', async () => {
    await open('sample');
    await page.setViewport({ width: 600, height: 450, deviceScaleFactor: 2 });
    await pressChip();
    const inside = await page.$eval(inOverlay('.surface'), (surface) => {
      const { left, top, right, bottom } = surface.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
    expect(inside).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test.runIf(name === 'chromium')(
    'with forced colours, chips have a border and the text keeps its own look',
    async () => {
      await open('columns');
      await force(page, 'forced-colors', 'active');
      await page.reload();
      await notesOn(page);
      expect(await painted(page)).toEqual({});
      const border = await page.$eval(inOverlay('.chip'), (chip) => getComputedStyle(chip).borderTopStyle);
      expect(border).toBe('solid');
      await pressChip();
      expect(Object.keys(await painted(page))).toHaveLength(1);
      expect(await openText(page)).not.toBeNull();
    },
  );

  test.runIf(name === 'chromium')('where more contrast is asked for, the text of a note is black', async () => {
    await open('columns');
    await force(page, 'prefers-contrast', 'more');
    await pressChip();
    expect(await page.$eval(inOverlay('.surface'), (surface) => getComputedStyle(surface).color)).toBe('rgb(0, 0, 0)');
  });

  test.runIf(name === 'chromium')('where less motion is asked for, nothing moves', async () => {
    await open('columns');
    await force(page, 'prefers-reduced-motion', 'reduce');
    await pressChip();
    const moving = await page.$eval(HOST, (host) => host.shadowRoot?.getAnimations().length);
    const named = await page.$eval(inOverlay('.surface'), (surface) => getComputedStyle(surface).animationName);
    expect([moving, named]).toEqual([0, 'none']);
  });
});

/** What axe finds in the overlay alone: the page around it has its own troubles. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (host) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document.querySelector(host) ?? document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, HOST);
}

/** Makes Chromium prefer something; Firefox's driver can't. */
async function force(page: Page, feature: string, value: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: feature, value }] });
}
