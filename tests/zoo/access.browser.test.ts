/** The overlay over whole pages, for those who read by other means than most. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { violationsIn } from '../browser/axe';
import { ARTICLE, untilClosed, untilOpen } from '../browser/extension/article-page';
import { HOST, overlay } from '../browser/extension/overlay';
import { sessionIn } from '../browser/extension/session';
import { BROWSERS, until } from '../browser/launch';
import { pageOf } from './article';
import { SPECIMENS } from './specimens';

const PAGES: Record<string, string> = {
  '/sample': ARTICLE,
  '/columns': pageOf(SPECIMENS.columns ?? {}),
  '/dark': pageOf(SPECIMENS['a dark page'] ?? {}),
};

describe.each(BROWSERS)('the overlay in %s', (name) => {
  const session = sessionIn(name, PAGES);
  let page: Page;

  const open = async (path: string, width = 1200) => {
    page = await session.openArticle(path, { width, height: 900 });
    await untilDrawn(page);
  };
  const pressChip = async () => {
    await overlay(page).focus('.places > li:not([hidden]) > .chip');
    await page.keyboard.press('Enter');
    await untilOpen(page);
    await untilDrawn(page);
  };
  const violations = () => violationsIn(page, HOST);

  test.each(Object.keys(PAGES))('axe finds nothing over %s: chips, an open note, an open card', async (path) => {
    await open(path);
    expect(await violations(), 'chips').toEqual([]);
    await pressChip();
    expect(await violations(), 'a note').toEqual([]);
    await page.keyboard.press('Escape');
    await untilClosed(page);
    await overlay(page).focus('.names button');
    await page.keyboard.press('Enter');
    await until('a card', () => overlay(page).has('.place .view.card'));
    await untilDrawn(page);
    expect(await violations(), 'a card').toEqual([]);
  });

  test.each([false, true])('axe finds nothing over sidenotes and an open tray: dark is %s', async (dark) => {
    await open(dark ? '/dark' : '/sample', 1600);
    await until('sidenotes', () => overlay(page).has('.sidenote:not([hidden])'));
    expect(await violations(), 'sidenotes').toEqual([]);
    await overlay(page).press('.handle-open');
    await until('the tray', () => overlay(page).has('.tray-place:popover-open'));
    await untilDrawn(page);
    expect(await violations(), 'the tray').toEqual([]);
    await overlay(page).press('.tray-place [data-note]');
    await untilOpen(page);
    await untilDrawn(page);
    expect(await violations(), 'the tray beside a note').toEqual([]);
  });

  test('one landmark with a name holds the list of notes, each a button named by number, claim and angle', async () => {
    await open('/columns');
    const landmark = await overlay(page).first('section', (section) => ({
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
    await open('/columns');
    await pressChip();
    const politely = await overlay(page).first('.place', (place) => place.querySelector('[aria-live]')?.ariaLive);
    expect(politely).toBe('polite');
    expect(await overlay(page).has('[aria-live=assertive]')).toBe(false);
  });

  test('at 200 % zoom a note fits the window, and its chip stays at its claim', async () => {
    await open('/sample');
    await page.setViewport({ width: 600, height: 450, deviceScaleFactor: 2 });
    await pressChip();
    const inside = await overlay(page).first('.surface', (surface) => {
      const { left, top, right, bottom } = surface.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
    expect(inside).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test.runIf(name === 'chromium')('where more contrast is asked for, the text of a note is black', async () => {
    await open('/columns');
    await force(page, 'prefers-contrast', 'more');
    await pressChip();
    expect(await overlay(page).first('.surface', (surface) => getComputedStyle(surface).color)).toBe('rgb(0, 0, 0)');
  });

  test.runIf(name === 'chromium')('where less motion is asked for, nothing moves', async () => {
    await open('/columns');
    await force(page, 'prefers-reduced-motion', 'reduce');
    await pressChip();
    const moving = await page.$eval(HOST, (host) => host.shadowRoot?.getAnimations().length);
    const named = await overlay(page).first('.surface', (surface) => getComputedStyle(surface).animationName);
    expect([moving, named]).toEqual([0, 'none']);
  });
});

/** Waits until nothing fades or moves: axe measures what it sees. */
function untilDrawn(page: Page): Promise<void> {
  return page.$eval(HOST, async (host) => {
    const moving = host.shadowRoot?.getAnimations() ?? [];
    await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** Makes Chromium prefer something; Firefox's driver can't. */
async function force(page: Page, feature: string, value: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: feature, value }] });
}
