import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchPlain } from '../../tools/browsers';
import { serveGallery } from '../../tools/gallery';

declare global {
  interface Window {
    axe: typeof axe;
    asked: string[];
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Launched;

beforeAll(async () => {
  gallery = await serveGallery({ live: false });
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
    [...document.querySelectorAll('.host')].every((host) => host.shadowRoot?.querySelector('h1, h2, .chip')),
  );
  await page.evaluate(() => {
    window.asked = [];
    window.addEventListener('asked', (event) => window.asked.push((event as CustomEvent<string>).detail));
  });
  return page;
}

/** What axe finds in each view by itself, with AAA contrast besides its usual rules. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const host of document.querySelectorAll<HTMLElement>('.host')) {
      const rules = { 'color-contrast-enhanced': { enabled: true } };
      const { violations } = await window.axe.run(host, { rules, resultTypes: ['violations'] });
      for (const { id, nodes } of violations) found.push(`${host.dataset.title}: ${id}: ${nodes[0]?.html}`);
    }
    return found;
  });
}

/** The widest that anything reaches beyond the window, in px. */
const sticksOut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const NOTE = 'Note: an update';
const inView = (title: string, selector: string) => `pierce/[data-title="${title}"] ${selector}`;

describe('every view in its awkward states', () => {
  for (const query of ['?theme=light', '?theme=dark', '?theme=light&language=zh_CN']) {
    it(`keeps axe’s rules and 7:1 for text, ${query}`, async () => {
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
