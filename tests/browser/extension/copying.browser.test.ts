import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS, until } from '../launch';
import { ARTICLE, notesOn, untilOpen } from './article-page';
import { chip, overlay } from './overlay';
import { sessionIn } from './session';

/** A name that leads to the tests' server. Unlike the loopback address, no browser takes it for secure. */
const INSECURE = 'article.test';
const SETTINGS = {
  chromium: { args: [`--host-resolver-rules=MAP ${INSECURE} 127.0.0.1`] },
  firefox: { prefs: { 'network.dns.localDomains': INSECURE } },
};
const PAGE = ARTICLE.replace('<main', '<textarea></textarea><main');

describe.each(BROWSERS)('copying in %s', (name) => {
  const session = sessionIn(name, { '/': PAGE }, SETTINGS[name]);

  test.each(['127.0.0.1', INSECURE])('gives a note as text with its sources, on a page from %s', async (host) => {
    const page = await session.browser.open(session.origin.replace('127.0.0.1', host));
    await notesOn(page);
    expect(await page.evaluate(() => isSecureContext)).toBe(host !== INSECURE);
    await overlay(page).click(chip(1));
    await untilOpen(page);
    const headline = await overlay(page).first('.place h2', (title) => title.textContent ?? '');
    await overlay(page).click('.place .act:last-child');
    await until('the button to say so', async () => (await overlay(page).texts('.place .act')).includes('Copied'));
    const text = await pasteInto(page);
    expect(text.startsWith(headline)).toBe(true);
    expect(text).toMatch(/Sources\n1\. .+/);
  });
});

async function pasteInto(page: Page): Promise<string> {
  await page.focus('textarea');
  await page.keyboard.down('Control');
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  return until('the text', () => page.$eval('textarea', ({ value }) => value));
}
