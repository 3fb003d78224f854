import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE, notesOn, openText } from '../extension/article-page';
import { chip, overlay } from '../extension/overlay';
import { type Harness, type Server, serve, until } from '../launch';
import { type DevServer, launchDeveloper, startDevServer } from './dev-server';

/** From a save to the page, on a slow machine; on an ordinary one it takes three seconds. */
const SHOWN_MS = 40_000;

describe('while the development server runs and an article is open', () => {
  const pack = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
  let dev: DevServer;
  let browser: Harness;
  let server: Server;
  let page: Page;
  let file: string;
  let headline: string;

  beforeAll(async () => {
    cpSync('assets/pack', pack, { recursive: true });
    dev = await startDevServer(pack);
    server = await serve({ '/': ARTICLE });
    browser = await launchDeveloper();
    page = await browser.open(server.origin);
    await notesOn(page);
    headline = await firstHeadline();
    file = readdirSync(join(pack, 'notes'))
      .map((name) => join(pack, 'notes', name))
      .find((path) => readFileSync(path, 'utf8').includes(headline)) as string;
    await page.evaluate(() => document.documentElement.setAttribute('data-never-reloaded', ''));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await dev?.close();
    rmSync(pack, { recursive: true });
  });

  /** The headline of the first note, opened where it isn't. */
  const firstHeadline = async (): Promise<string> => {
    if ((await openText(page)) === null) await overlay(page).click(chip(1));
    return until('a headline', () => overlay(page).first('.place h2', (heading) => heading.textContent));
  };
  const save = (from: string, to: string) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  const shows = (text: string) => until(text, async () => (await firstHeadline().catch(() => '')) === text, SHOWN_MS);

  test('a saved headline shows in the page, which is not loaded again', async () => {
    save(headline, 'A headline saved just now');
    await shows('A headline saved just now');
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-never-reloaded'))).toBe(true);
  });

  test('a file that is no valid YAML is named with its line, and the page keeps its notes until it is mended', async () => {
    const rows = readFileSync(file, 'utf8').split('\n');
    const broken = rows.findIndex((row) => row.includes('A headline saved just now'));
    save('headline: A headline saved just now', 'headline: "A headline without an end');
    await until('the problem', async () => dev.output().includes(`${file.slice(pack.length + 1)}:`), SHOWN_MS);
    const [, line] = /notes\/[a-z-]+\.yaml:(\d+) /.exec(dev.output()) ?? [];
    expect(Number(line)).toBeGreaterThan(broken);
    expect(await firstHeadline()).toBe('A headline saved just now');
    save('headline: "A headline without an end', 'headline: A headline that was mended');
    await shows('A headline that was mended');
  });
});
