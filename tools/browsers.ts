/** Chromium and Firefox, started with the extension in them, behind one shape. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type LaunchOptions, type Page, TimeoutError } from 'puppeteer-core';
import { type BrowserName, findBrowser, howToInstall } from './find-browser.mjs';

export type { BrowserName };

export interface LaunchSettings {
  /** Prefers dark colours; light otherwise, whatever the system says. */
  dark?: boolean;
  headless?: boolean;
  /** Size of the pages that `open` gives. Without it, 1200 × 900 headless, and the window's own size otherwise. */
  width?: number;
  height?: number;
  /** More arguments for Chromium or Firefox. */
  args?: string[];
  /** More preferences for Firefox. */
  prefs?: Record<string, boolean | number | string>;
}

export interface Launched {
  name: BrowserName;
  browser: Browser;
  /** Opens an address in a new tab and waits until the document has loaded. */
  open(url: string): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchedWithExtension extends Launched {
  /** The address of one of the extension's own files: `extensionUrl('popup.html')`. */
  extensionUrl(path: string): string;
  /** Opens one of the extension's own pages in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens the toolbar popup for the tab of `page`. */
  openPopup(page: Page): Promise<Page>;
}

/** Firefox takes an extension's address from this preference; any fixed UUID does. */
const FIREFOX_UUID = '5dbf26c3-7d3b-4c0e-9a54-3f3d1f0b8a11';
/** A page that isn't in front has no animation frames to poll in. */
const POLLED = { polling: 50 };
/** The browsers' own start can be slow on a busy machine. */
const START_MS = 90_000;

function programOf(name: BrowserName): string {
  const path = findBrowser(name);
  if (!path) throw new Error(howToInstall(name));
  return path;
}

function chromiumOptions(settings: LaunchSettings): LaunchOptions {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return {
    pipe: true,
    args: [
      // Chromium's sandbox refuses to run as root.
      ...(root ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // 0 is dark and 1 is light; for every page, the extension's own too.
      `--blink-settings=preferredColorScheme=${settings.dark ? 0 : 1}`,
      ...(settings.args ?? []),
    ],
    // Without it, no bar says that the browser is remote-controlled.
    ignoreDefaultArgs: ['--enable-automation'],
  };
}

function firefoxOptions(settings: LaunchSettings, prefs: Record<string, unknown>): LaunchOptions {
  return {
    browser: 'firefox',
    args: settings.args ?? [],
    extraPrefsFirefox: {
      // 0 is dark and 1 is light, for pages and for the browser's own theme.
      'layout.css.prefers-color-scheme.content-override': settings.dark ? 0 : 1,
      'ui.systemUsesDarkTheme': settings.dark ? 1 : 0,
      'datareporting.policy.dataSubmissionEnabled': false,
      ...prefs,
      ...settings.prefs,
    },
  };
}

async function start(name: BrowserName, settings: LaunchSettings, options: LaunchOptions): Promise<Launched> {
  const headless = settings.headless ?? true;
  const sized = headless || settings.width !== undefined;
  const browser = await puppeteer.launch({
    executablePath: programOf(name),
    headless,
    timeout: START_MS,
    protocolTimeout: START_MS,
    defaultViewport: sized ? { width: settings.width ?? 1200, height: settings.height ?? 900 } : null,
    ...options,
  });
  return {
    name,
    browser,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Starts a browser without any extension. */
export function launchPlain(name: BrowserName, settings: LaunchSettings = {}): Promise<Launched> {
  return start(name, settings, name === 'chromium' ? chromiumOptions(settings) : firefoxOptions(settings, {}));
}

/** Starts a browser with the built extension in `dir` loaded. Throws where the browser or the build is missing. */
export function launchWithExtension(
  name: BrowserName,
  settings: LaunchSettings & { dir: string },
): Promise<LaunchedWithExtension> {
  return name === 'chromium' ? chromiumWithExtension(settings) : firefoxWithExtension(settings);
}

async function chromiumWithExtension(settings: LaunchSettings & { dir: string }): Promise<LaunchedWithExtension> {
  const dir = resolve(settings.dir);
  readManifest(dir);
  const launched = await start('chromium', settings, { ...chromiumOptions(settings), enableExtensions: true });
  const id = await launched.browser.installExtension(dir);
  const extensionUrl = (path: string) => `chrome-extension://${id}/${path}`;
  return {
    ...launched,
    extensionUrl,
    openExtensionPage: (path) => launched.open(extensionUrl(path)),
    async openPopup(page) {
      await page.bringToFront();
      const extension = (await launched.browser.extensions()).get(id);
      if (!extension) throw new Error(`Chromium dropped the extension in ${dir}`);
      await page.triggerExtensionAction(extension);
      const target = await launched.browser.waitForTarget((one) => one.url().startsWith(extensionUrl('popup.html')));
      return target.asPage();
    },
  };
}

/**
 * WebDriver refuses to enter `moz-extension:` pages unless Firefox is started with system access, and even then a
 * navigation to one never reports its end: so the pages are sent there without waiting, and waited for by what they show.
 */
async function firefoxWithExtension(settings: LaunchSettings & { dir: string }): Promise<LaunchedWithExtension> {
  const dir = resolve(settings.dir);
  const id = readManifest(dir).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`The manifest in ${dir} names no gecko id`);
  const options = firefoxOptions(settings, {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: FIREFOX_UUID }),
  });
  const args = [...(options.args ?? []), '-remote-allow-system-access'];
  const launched = await start('firefox', settings, { ...options, args });
  await launched.browser.installExtension(dir);
  const extensionUrl = (path: string) => `moz-extension://${FIREFOX_UUID}/${path}`;
  const openExtensionPage = async (path: string) => {
    const page = await launched.browser.newPage();
    page.goto(extensionUrl(path)).catch(() => undefined);
    await untilReady(page, extensionUrl(path));
    return page;
  };
  return {
    ...launched,
    extensionUrl,
    openExtensionPage,
    // The popup's page in a tab of its own, loaded once more behind the article's tab, so that the active tab is the article's.
    async openPopup(page) {
      const popup = await openExtensionPage('popup.html');
      await page.bringToFront();
      await popup.evaluate(() => {
        document.documentElement.dataset.stale = '';
        setTimeout(() => location.reload());
      });
      await untilReady(popup, extensionUrl('popup.html'));
      return popup;
    },
  };
}

const ATTEMPTS = 4;

/** Firefox's driver fails now and then where it is asked about a page that changes under it; asked again, it answers. */
async function untilReady(page: Page, url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await page.waitForFunction(isReady, POLLED, url);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || error instanceof TimeoutError) throw error;
      await pause(POLLED.polling);
    }
  }
}

/** In the page: the address has been reached, and its document is complete (and not the one about to be reloaded). */
function isReady(url: string): boolean {
  const fresh = !('stale' in document.documentElement.dataset);
  return location.href.startsWith(url) && document.readyState === 'complete' && fresh;
}

interface Manifest {
  browser_specific_settings?: { gecko?: { id?: string } };
}

function readManifest(dir: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    throw new Error(`No built extension in ${dir}: build it first (npm run build, or npm run build:firefox)`);
  }
}
