/** What browser tests start from: a real browser with the test build in it, a server on loopback, a stopped background. */
import { type Browser, TargetType } from 'puppeteer-core';
import {
  type BrowserName,
  type LaunchedWithExtension,
  type LaunchSettings,
  launchWithExtension as launch,
} from '../../tools/browsers';

export { type BrowserName, type Launched, type LaunchSettings, launchPlain } from '../../tools/browsers';
export { type Handler, type Server, serve } from '../../tools/serve';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** Where the builds lie: the ones with `--mode test` differ in one thing, the shadow root that drivers can enter. */
export function buildOf(name: BrowserName, mode: 'test' | 'production' = 'test'): string {
  return `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3${mode === 'test' ? '-test' : ''}`;
}

export interface Harness extends LaunchedWithExtension {
  /** Stops the background, as the browsers do whenever they like; the next event starts it again. */
  stopWorker(): Promise<void>;
  /** Does what the keys of the tray's command do, over the page in front; drivers' keys don't reach the browser's own. */
  pressShortcut(): Promise<void>;
}

/** Starts a browser with the extension: the test build, unless `dir` names another. */
export async function launchWithExtension(
  name: BrowserName,
  settings: LaunchSettings & { dir?: string } = {},
): Promise<Harness> {
  const launched = await launch(name, { ...settings, dir: settings.dir ?? buildOf(name) });
  const { browser, extensionUrl } = launched;
  const [stop, press] =
    name === 'chromium' ? [stopInChromium, pressInChromium] : [stopInFirefox, () => pressInFirefox(browser)];
  return {
    ...launched,
    stopWorker: () => stop(browser, extensionUrl('')),
    pressShortcut: () => press(browser, extensionUrl('')),
  };
}

async function stopInChromium(browser: Browser, origin: string): Promise<void> {
  const isWorker = (type: string, url: string) => type === TargetType.SERVICE_WORKER && url.startsWith(origin);
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const workers = targetInfos.filter((target) => isWorker(target.type, target.url));
  for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
  await session.detach();
  while (browser.targets().some((target) => isWorker(target.type(), target.url()))) await pause(20);
}

/** Tells the worker of the command as the browser does: nothing else can while no window has a keyboard. */
async function pressInChromium(browser: Browser, origin: string): Promise<void> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(origin));
  const worker = await target.worker();
  await worker?.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const event = chrome.commands.onCommand as unknown as { dispatch(command: string, tab: unknown): void };
    event.dispatch('open-tray', tab);
  });
}

function stopInFirefox(browser: Browser, origin: string): Promise<void> {
  const host = JSON.stringify(new URL(origin).host);
  return runInFirefox(browser, `WebExtensionPolicy.getByHostname(${host}).extension.terminateBackground()`);
}

/** The browser's own element for the keys that the manifest suggests. */
function pressInFirefox(browser: Browser): Promise<void> {
  return runInFirefox(browser, `document.querySelector('key[modifiers="alt,shift"][key="L"]').doCommand()`);
}

/** Firefox has no protocol for it; privileged script in the browser's own window, which system access allows, does. */
async function runInFirefox(browser: Browser, act: string): Promise<void> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const context = tree.result.contexts?.[0]?.context;
  const expression = `Promise.resolve(${act}).then(() => 'done')`;
  const answer = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  if (answer.result.type !== 'success') throw new Error(`Firefox did not run ${act}`);
}

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: { type?: string; contexts?: { context: string }[] } }>;
}

/** Waits until `check`, run again and again, gives something; throws with `what` when the time is over. */
export async function until<T>(
  what: string,
  check: () => Promise<T | null | undefined | false>,
  ms = 10_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain for ${what}`);
    await pause(20);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
