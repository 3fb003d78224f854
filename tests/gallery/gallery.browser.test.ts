import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchPlain } from '../../tools/browsers';
import { type Gallery, serveBuiltGallery } from '../../tools/gallery';

declare global {
  interface Window {
    axe: typeof axe;
    asked: string[];
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe measures some two thousand elements: ten seconds on an idle machine, most of a minute on a busy one. */
const AXE_MS = 180_000;

let gallery: Gallery;
let browser: Launched;

beforeAll(async () => {
  gallery = await serveBuiltGallery();
  browser = await launchPlain('chromium', { width: 1280 });
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(query: string, width = 1280): Promise<Page> {
  const page = await browser.browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(gallery.url + query);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.host')].every((host) => host.shadowRoot?.querySelector('h1, h2, .chip, .handle')),
  );
  await page.evaluate(() => {
    window.asked = [];
    window.addEventListener('asked', (event) => window.asked.push((event as CustomEvent<string>).detail));
  });
  return page;
}

/** What axe finds in the views, with AAA contrast besides its usual rules. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run([...document.querySelectorAll('.host')], {
      resultTypes: ['violations'],
      rules: {
        'color-contrast-enhanced': { enabled: true },
        // The toolbar's page stands here seven times over, beside other things.
        'landmark-no-duplicate-main': { enabled: false },
        'landmark-main-is-top-level': { enabled: false },
        'landmark-unique': { enabled: false },
      },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${html} ${target.flat()[0]}`));
  });
}

/** The widest that anything reaches beyond the window, in px. */
const sticksOut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const STEPPING = 'Note: one that steps';
const MIDDLE = 'Note: the most text';
const LAST = 'Note: an update, the last of its article';
const LEAST = 'Note: the least';
const NAMED = 'Card: a Chinese name';
const TIMELINE = 'Card: the most';
const within = (title: string, selector: string) => `[data-title="${title}"] >>> ${selector}`;

describe('every view in its awkward states', () => {
  for (const query of ['?theme=light', '?theme=dark']) {
    it(`keeps axe’s rules and 7:1 for text, ${query}`, { timeout: AXE_MS }, async () => {
      const page = await open(query);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  }

  it('fits a window of 320 px, which is also one of 640 px at 200 %', async () => {
    const page = await open('', 320);
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    await page.close();
  });
});

describe('a popover', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('');
  });
  afterAll(() => page?.close());

  const asked = async () => page.evaluate(() => window.asked.splice(0));
  const focused = () =>
    page.evaluate(() => {
      const host = document.activeElement;
      const inside = host?.shadowRoot?.activeElement;
      return inside?.textContent || inside?.getAttribute('aria-label');
    });
  const text = (title: string, selector: string) =>
    page.$eval(within(title, selector), (element) => element.textContent?.trim());

  it('steps to the notes beside it by arrow and bracket, and not while a modifier is held', async () => {
    await page.focus(within(MIDDLE, 'h2'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('[');
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
    expect(await asked()).toEqual(['step 1', 'step -1']);
  });

  it('closes by Escape from anywhere inside', async () => {
    await page.focus(within(MIDDLE, '.act'));
    await page.keyboard.press('Escape');
    expect(await asked()).toEqual(['close']);
  });

  it('goes no further than the last note, and keeps the focus on the button', async () => {
    const next = within(LAST, '[aria-label="Next note"]');
    await page.focus(next);
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([]);
    expect(await focused()).toBe('Next note');
  });

  it('opens a card in place, reads out its name, and goes back to the pill that opened it', async () => {
    const pill = await text(MIDDLE, '.pill');
    await page.click(within(MIDDLE, '.pill'));
    await page.waitForSelector(within(MIDDLE, '.card'));
    expect(await text(MIDDLE, 'h2')).toBe(pill);
    expect(await focused()).toBe(pill);
    expect(await text(MIDDLE, '.back')).toMatch(/^Note \d+$/);
    await page.keyboard.press('ArrowRight');
    expect(await asked()).toEqual([]);

    await page.click(within(MIDDLE, '.back'));
    await page.waitForSelector(within(MIDDLE, '.position'));
    expect(await focused()).toBe(pill);
  });

  it('jumps to each mention of a card in the article, and says which one is open', async () => {
    const dots = within(NAMED, '.mention');
    expect(await page.$$eval(dots, (all) => all.map((dot) => [dot.ariaLabel, dot.ariaCurrent]))).toEqual([
      ['Mention 1 of 3', null],
      ['Mention 2 of 3', 'true'],
      ['Mention 3 of 3', null],
    ]);
    expect(await text(NAMED, '.mentions .position')).toBe('2 of 3');
    await page.focus(dots);
    await page.keyboard.press('Space');
    expect(await asked()).toEqual(['mention tsinghua 1']);
  });

  it('shows the ties of a card by kind, as text too', async () => {
    const ties = await page.$$eval(within(NAMED, '.branch'), (all) =>
      all.map((branch) => [branch.querySelector('.branch-name')?.textContent, branch.querySelectorAll('.pill').length]),
    );
    expect(ties.length).toBeGreaterThan(1);
    for (const [kind, cards] of ties) {
      expect(kind).toMatch(/^\w+$/);
      expect(cards).toBeGreaterThan(0);
    }
  });

  it('puts the article’s day among the steps of a card that reach back before it', async () => {
    const dates = await page.$$eval(within(TIMELINE, '.since time'), (all) =>
      all.map((time) => time.getAttribute('datetime') ?? ''),
    );
    expect(dates.length).toBeGreaterThan(3);
    expect(dates).toEqual([...dates].sort());
    const marked = await page.$eval(
      within(TIMELINE, '.since .here time'),
      (time) => time.getAttribute('datetime') ?? '',
    );
    expect(dates.indexOf(marked)).toBeGreaterThan(0);
  });

  it('ties facts to the numbers of their sources', async () => {
    const { facts, sources } = await page.$eval(within(TIMELINE, '.card'), (card) => ({
      facts: [...card.querySelectorAll('dd .reference > :first-child')].map(({ textContent }) => Number(textContent)),
      sources: card.querySelectorAll('.sources li').length,
    }));
    expect(facts.length).toBeGreaterThan(1);
    for (const number of facts) expect(number).toBeLessThanOrEqual(sources);
  });

  it('takes no focus when it opens', async () => {
    const fresh = await open('');
    expect(await fresh.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await fresh.close();
  });

  it('keeps the focus on “Next” from note to note, and reads out the heading where the focused part went away', async () => {
    const next = within(STEPPING, '[aria-label="Next note"]');
    await page.focus(next);
    await page.keyboard.press('Enter');
    expect(await text(STEPPING, '.position')).toBe('2 of 11');
    expect(await focused()).toBe('Next note');

    await page.focus(within(STEPPING, '.sources a'));
    await page.keyboard.press(']');
    expect(await text(STEPPING, '.position')).toBe('3 of 11');
    expect(await focused()).toBe(await text(STEPPING, 'h2'));
  });

  it('leaves the focus in the page when it changes without it', async () => {
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement)
        document.activeElement.shadowRoot?.querySelector<HTMLElement>(':focus')?.blur();
    });
    await page.$eval(within(STEPPING, '[aria-label="Next note"]'), (next) => (next as HTMLElement).click());
    await page.waitForFunction(
      (title) =>
        document.querySelector(`[data-title="${title}"]`)?.shadowRoot?.querySelector('.position')?.textContent ===
        '4 of 11',
      {},
      STEPPING,
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('is a named dialog that leaves the page usable', async () => {
    const dialog = await page.$eval(within(MIDDLE, '.surface'), (surface) => {
      const id = surface.getAttribute('aria-labelledby') ?? '';
      const root = surface.getRootNode() as ShadowRoot;
      return [surface.getAttribute('role'), surface.getAttribute('aria-modal'), root.getElementById(id)?.tagName];
    });
    expect(dialog).toEqual(['dialog', null, 'H2']);
  });

  it('keeps bar and foot in view while the text scrolls', async () => {
    const [height, top, foot] = await page.$eval(within(MIDDLE, '.surface'), (surface) => {
      const scroll = surface.querySelector('.scroll');
      if (scroll) scroll.scrollTop = 10_000;
      const box = surface.getBoundingClientRect();
      const bar = surface.querySelector('.bar')?.getBoundingClientRect();
      const bottom = surface.querySelector('.foot')?.getBoundingClientRect();
      return [box.height, (bar?.top ?? 0) - box.top, box.bottom - (bottom?.bottom ?? 0)];
    });
    expect(height).toBeLessThanOrEqual(560);
    expect([top, foot]).toEqual([1, 1]);
  });

  it('says on demand why it is here, and copies text with its sources', async () => {
    await page.click(within(MIDDLE, '.act[aria-expanded]'));
    expect(await text(MIDDLE, '.why')).toContain('Matched on');
    await page.click(within(MIDDLE, '.act:last-child'));
    const [copied = ''] = await asked();
    expect(copied).toMatch(/^copy /);
    expect(copied).toContain('Sources\n1. ');
    await page.waitForFunction(
      (title) =>
        document.querySelector(`[data-title="${title}"]`)?.shadowRoot?.querySelector('.act:last-child')?.textContent ===
        'Copied',
      {},
      MIDDLE,
    );
  });

  it('shows nothing in place of a part that is missing', async () => {
    const parts = (title: string) =>
      page.$eval(within(title, '.scroll'), (scroll) =>
        [...scroll.children].map(({ className, tagName }) => className || tagName),
      );
    expect(await parts(LEAST)).toEqual(['H2', 'text', 'sources']);
  });
});

describe('the toolbar’s page', () => {
  it('switches by keyboard, and says what is on', async () => {
    const page = await open('');
    const states = await page.$$eval(within('Toolbar: paused here', '[role=switch]'), (switches) =>
      switches.map((one) => [one.getAttribute('aria-label'), one.getAttribute('aria-checked')]),
    );
    expect(states).toEqual([
      ['On everywhere', 'true'],
      ['On www.example.news', 'false'],
    ]);
    await page.focus(within('Toolbar: found', '[role=switch]'));
    await page.keyboard.press('Space');
    await page.click(within('Toolbar: found', 'li:nth-child(3) button'));
    expect(await page.evaluate(() => window.asked)).toEqual(['on false', 'reveal 3']);
    await page.close();
  });
});
