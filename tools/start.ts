/**
 * `npm start`: builds the extension, serves the sample article on loopback, and opens it in a browser with Sidelight.
 * Without a display it prints what a reader would see instead, and writes pictures of it.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserName, launchWithExtension } from './browsers';
import { findBrowser } from './find-browser.mjs';
import { causeIn, run } from './run';
import { serve } from './serve';
import { showHeadless } from './show';

const USAGE = `npm start [-- chromium|firefox] [options]

  --article FILE   a saved page (.html) instead of the bundled sample article
  --dark           prefer dark colours
  --headless       print the notes and write screenshots instead of opening a window
  --help           this text`;

const SAMPLE = 'tests/articles/sample.html';

interface Wishes {
  name: BrowserName;
  article: string;
  dark: boolean;
  headless: boolean;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Reads the command line; null when only help was asked for. Throws with a line for the person who typed it. */
function readWishes(): Wishes | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      article: { type: 'string' },
      dark: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [name = findBrowser('chromium') ? 'chromium' : 'firefox', ...more] = positionals;
  if ((name !== 'chromium' && name !== 'firefox') || more.length > 0) throw new Error(USAGE);
  // npm runs scripts in the project's folder; a relative path is meant from where the command was typed.
  const article = values.article ? resolve(process.env.INIT_CWD ?? '.', values.article) : resolve(SAMPLE);
  if (!/\.html?$/i.test(article)) throw new Error(`${article} is no .html file.`);
  if (!existsSync(article)) throw new Error(`${article} does not exist.`);
  return { name, article, dark: values.dark, headless: values.headless || !hasDisplay() };
}

/** Builds the extension and gives the folder it lies in: the test build, which can be read from outside, when headless. */
async function build({ name, headless }: Wishes): Promise<string> {
  const target = name === 'firefox' ? 'firefox' : 'chrome';
  const flags = [...(name === 'firefox' ? ['--mv3'] : []), ...(headless ? ['--mode', 'test'] : [])];
  console.log('Building the extension …');
  const { ok, output } = await run('wxt', ['build', '-b', target, ...flags]);
  if (!ok) throw new Error(`${causeIn(output)}\nThe extension did not build; see above.`);
  return `.output/${target}-mv3${headless ? '-test' : ''}`;
}

async function main(): Promise<void> {
  const wishes = readWishes();
  if (!wishes) return console.log(USAGE);
  const dir = await build(wishes);
  const server = await serve(dirname(wishes.article));
  const url = `${server.origin}/${encodeURIComponent(basename(wishes.article))}`;
  const { name, dark, headless } = wishes;
  const launched = await launchWithExtension(name, { dir, dark, headless });
  try {
    if (headless) await showHeadless(launched, url, dark ? `${name}-dark` : name);
    else {
      const [blank] = await launched.browser.pages();
      await launched.open(url);
      await blank?.close();
      console.log(`${url} is open in ${name}. Close the window to end.`);
      await closed(launched.browser);
    }
  } finally {
    await launched.close().catch(() => undefined);
    await server.close();
  }
}

/** Waits until the reader has closed the browser, or its last window, which on macOS doesn't end it. */
function closed(browser: Awaited<ReturnType<typeof launchWithExtension>>['browser']): Promise<void> {
  return new Promise((done) => {
    browser.on('disconnected', () => done());
    browser.on('targetdestroyed', async () => {
      const pages = await browser.pages().catch(() => []);
      if (pages.length === 0) done();
    });
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
