import { readFileSync } from 'node:fs';
import type { CDPSession, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, buildOf, type Harness, launchWithExtension, pause, type Server, serve, until } from '../launch';
import { ARTICLE, HOST, painted } from './article-page';

/** What every page pays, in bytes. */
const SPOTTER_BYTES = 5_000;

describe.each(BROWSERS)('the build that readers get, in %s', (name) => {
  const dir = buildOf(name, 'production');
  const manifest = JSON.parse(readFileSync(`${dir}/manifest.json`, 'utf8'));
  let browser: Harness;
  let server: Server;

  beforeAll(async () => {
    server = await serve({ '/': ARTICLE });
    browser = await launchWithExtension(name, { dir });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('keeps its shadow root closed to the page', async () => {
    const page = await browser.open(server.origin);
    await until('paint', async () => Object.keys(await painted(page)).length > 0);
    expect(await page.evaluate((host) => document.querySelector(host)?.shadowRoot, HOST)).toBeNull();
    await page.close();
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
  test('sees nothing of Sidelight: the background reads one file of its own, and the page asks for nothing more', async () => {
    const server = await serve({ '/': ARTICLE });
    const browser = await launchWithExtension('chromium', { dir: buildOf('chromium', 'production') });
    const asked: string[] = [];
    const listen = async (target: Target) => {
      if (target.type() !== 'service_worker') return;
      const session: CDPSession = await target.createCDPSession();
      await session.send('Network.enable');
      session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    };
    await browser.stopWorker();
    browser.browser.on('targetcreated', (target) => void listen(target).catch(() => undefined));
    const page = await browser.browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(server.origin);
    await until('paint', async () => Object.keys(await painted(page)).length > 0);
    await pause(1_000);
    const own = browser.extensionUrl('');
    expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:'))).toEqual([`${server.origin}/`]);
    expect(new Set(asked.filter((url) => url.startsWith(own)))).toEqual(new Set([`${own}pack.json`]));
    await browser.close();
    await server.close();
  });
});
