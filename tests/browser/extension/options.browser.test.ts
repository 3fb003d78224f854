import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS, until } from '../launch';
import { ARTICLE, notesOn, openOptions, openOwnPage } from './article-page';
import { sessionIn } from './session';

describe.each(BROWSERS)('the page of choices in %s', (name) => {
  const session = sessionIn(name, { '/': ARTICLE });
  let page: Page;

  const kept = () => page.evaluate(async () => (await chrome.storage.local.get('settings')).settings);
  const keep = (settings: object) => page.evaluate((all) => chrome.storage.local.set({ settings: all }), settings);

  test('begins with what is decided by itself, and shows what was chosen last', async () => {
    page = await openOptions(session.browser);
    const chosen = () =>
      page.$eval('[type=radio]:checked', (radio) => (radio as HTMLInputElement).labels?.[0]?.textContent);
    expect(await chosen()).toBe('Automatic');
    await page.focus('[type=radio]:checked');
    await page.keyboard.press('ArrowDown');
    await until('the choice to be kept', async () => (await kept()) !== undefined);
    expect(await kept()).toEqual({ on: true, offSites: [], notes: 'popovers' });
    page = await openOptions(session.browser);
    expect(await chosen()).toBe('At the claim');
  });

  test('lists the sites that are off; one that is switched on again has its notes at once', async () => {
    page = await openOptions(session.browser);
    const site = new URL(session.origin).host;
    await keep({ on: true, offSites: ['news.example', site], notes: 'automatic' });
    const sites = () => page.$$eval('.options li', (all) => all.map((one) => one.querySelector('span')?.textContent));
    await until('the sites', async () => (await sites()).length === 2);
    const article = await session.open();
    await page.bringToFront();
    await page.focus(`[aria-label="Switch on for ${site}"]`);
    await page.keyboard.press('Enter');
    await until('the site to go', async () => (await sites()).length === 1);
    expect(await sites()).toEqual(['news.example']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Sites that are switched off');
    await article.bringToFront();
    await notesOn(article);
  });

  test('is opened from the popup', async () => {
    page = await openOwnPage(session.browser);
    const before = (await session.browser.browser.pages()).length;
    expect(before).toBeGreaterThan(0);
    await until('the button', () => page.$('.menu-options'));
    const opened = await page.evaluate(() => {
      let asked = false;
      chrome.runtime.openOptionsPage = async () => {
        asked = true;
      };
      window.close = () => undefined;
      document.querySelector<HTMLElement>('.menu-options')?.click();
      return asked;
    });
    expect(opened).toBe(true);
  });
});
