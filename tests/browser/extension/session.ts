/** What most tests begin with: a browser that has the extension, and a server with pages for it. */
import type { Page, Viewport } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import {
  type BrowserName,
  type Handler,
  type Harness,
  type LaunchSettings,
  launchWithExtension,
  type Server,
  serve,
} from '../launch';
import { notesOn } from './article-page';

export interface Session {
  readonly browser: Harness;
  /** Where the pages are served, without a slash at the end. */
  readonly origin: string;
  /** Opens one of the pages, in a window of some size. Every tab is closed after the test. */
  open(path?: string, window?: Viewport): Promise<Page>;
  /** The same, when its notes are there. */
  openArticle(path?: string, window?: Viewport): Promise<Page>;
}

/** To be called in a `describe`: browser and server are there for its tests, and end with it. */
export function sessionIn(
  name: BrowserName,
  pages: Record<string, string | Handler>,
  settings: LaunchSettings & { dir?: string } = {},
): Session {
  let browser: Harness;
  let server: Server;

  beforeAll(async () => {
    server = await serve(pages);
    browser = await launchWithExtension(name, settings);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    // A browser ends with its last tab.
    const [, ...opened] = await browser.browser.pages();
    await Promise.all(opened.map((page) => page.close()));
  });

  const open: Session['open'] = async (path = '/', window) => {
    const page = await browser.browser.newPage();
    if (window) await page.setViewport(window);
    await page.goto(server.origin + path);
    return page;
  };
  return {
    get browser() {
      return browser;
    },
    get origin() {
      return server.origin;
    },
    open,
    async openArticle(path, window) {
      const page = await open(path, window);
      await notesOn(page);
      return page;
    },
  };
}
