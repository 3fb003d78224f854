import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS, buildOf, pause, until } from '../launch';
import { ARTICLE, painted } from './article-page';
import { HOST } from './overlay';
import { sessionIn } from './session';

/** What every page pays, in bytes. */
const SPOTTER_BYTES = 5_000;

const untilPainted = (page: Page) => until('paint', async () => Object.keys(await painted(page)).length > 0);

describe.each(BROWSERS)('the build that readers get, in %s', (name) => {
  const dir = buildOf(name, 'production');
  const manifest = JSON.parse(readFileSync(`${dir}/manifest.json`, 'utf8'));
  const session = sessionIn(name, { '/': ARTICLE }, { dir });

  test('keeps its shadow root closed to the page', async () => {
    const page = await session.open();
    await untilPainted(page);
    expect(await page.evaluate((host) => document.querySelector(host)?.shadowRoot, HOST)).toBeNull();
  });

  test('asks for no more than storage, scripting, a side panel and pages of the web', () => {
    const panel = name === 'chromium' ? ['sidePanel'] : [];
    expect(manifest.permissions).toEqual(['storage', 'scripting', ...panel]);
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.content_security_policy).toBeUndefined();
  });

  test(`puts one script of at most ${SPOTTER_BYTES} bytes into pages, at idle, and no style`, () => {
    const [script, ...others] = manifest.content_scripts;
    expect(others).toEqual([]);
    expect(script).toEqual({ matches: manifest.host_permissions, js: ['spotter.js'], run_at: 'document_idle' });
    expect(readFileSync(`${dir}/spotter.js`).length).toBeLessThanOrEqual(SPOTTER_BYTES);
  });
});

describe('the network, in chromium', () => {
  const session = sessionIn('chromium', { '/': ARTICLE }, { dir: buildOf('chromium', 'production') });

  test('sees nothing of Sidelight: the background reads one file of its own, and the page asks for nothing more', async () => {
    const { browser, origin } = session;
    const own = browser.extensionUrl('');
    const asked: string[] = [];
    const background = await browser.browser.waitForTarget(
      (target) => target.type() === 'service_worker' && target.url().startsWith(own),
    );
    const network = await background.createCDPSession();
    await network.send('Network.enable');
    network.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    const page = await browser.browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(origin);
    await untilPainted(page);
    await pause(1_000);
    expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:'))).toEqual([`${origin}/`]);
    // The browser may still have been loading the background's own scripts.
    const read = asked.filter((url) => url.startsWith(own) && !url.endsWith('.js'));
    expect(new Set(read)).toEqual(new Set([`${own}pack.json`]));
  });
});
