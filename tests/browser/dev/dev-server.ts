/** `npm run dev` with a pack of its own, and a browser beside it. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type Harness, launchWithExtension, until } from '../launch';

const BUILD = '.output/dev/chrome-mv3-test';
/** A pack that no build has compiled yet is trained first. */
const STARTED_MS = 110_000;

export interface DevServer {
  /** All that it has printed so far. */
  output(): string;
  close(): Promise<void>;
}

/** Starts the development server on the pack in `pack`; gives it when the extension lies there to be loaded. */
export async function startDevServer(pack: string): Promise<DevServer> {
  const args = ['-b', 'chrome', '--mode', 'test', '-c', 'tests/browser/dev/wxt.config.ts'];
  // Its standard input stays open, since it ends when that does; and told of a test, it would print nothing.
  const child = spawn(process.execPath, [resolve('node_modules/wxt/bin/wxt.mjs'), ...args], {
    env: { ...process.env, TEST: undefined, NODE_ENV: 'development', WXT_TELEMETRY: '0', SIDELIGHT_PACK: pack },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const server: DevServer = {
    output: () => printed,
    close: () => {
      child.kill();
      return ended;
    },
  };
  await until('the development server', async () => printed.includes(`Load "${BUILD}"`), STARTED_MS).catch(
    async (error) => {
      await server.close();
      throw new Error(`${error}\n${printed}`);
    },
  );
  return server;
}

/** Chromium with the development build; in developer mode, without which an unpacked extension that reloads stays off. */
export async function launchDeveloper(): Promise<Harness> {
  const harness = await launchWithExtension('chromium', { dir: BUILD });
  const settings = await harness.open('chrome://extensions');
  await settings.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await settings.close();
  return harness;
}
