/** The steps of `npm test`. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserName, findBrowser, howToInstall } from './find-browser.mjs';
import { causeIn, type Finished, run } from './run';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What to show of it. */
  output?: string;
}

/** Upper bounds in bytes: what the stores' users download, and what every page that isn't an article pays. */
const ZIP_BYTES = 480_000;
const SPOTTER_BYTES = 5_000;

const BUILDS = {
  chrome: ['-b', 'chrome'],
  firefox: ['-b', 'firefox', '--mv3'],
};

/** One step that passes or fails as a whole; a passing one has nothing to say. */
function whole({ ok, output }: Finished): Outcome {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0, output: causeIn(output) };
}

const command = async (name: string, ...args: string[]) => whole(await run(name, args));

async function types(): Promise<Outcome> {
  const prepared = await run('wxt', ['prepare']);
  return prepared.ok ? command('tsc', '--noEmit') : whole(prepared);
}

async function pack(): Promise<Outcome> {
  if (!existsSync('tools/pack-check.ts')) return { passed: 0, failed: 0, skipped: 1, output: 'No pack check yet.' };
  return command('tsx', 'tools/pack-check.ts');
}

/** `wxt zip` builds first, and leaves the build where `wxt build` does. */
const production = (browser: keyof typeof BUILDS) => () => command('wxt', 'zip', ...BUILDS[browser]);
const testBuild = (browser: keyof typeof BUILDS) => () => command('wxt', 'build', ...BUILDS[browser], '--mode', 'test');

async function sizes(): Promise<Outcome> {
  const zips = readdirSync('.output').filter((file) => /-(?:chrome|firefox)\.zip$/.test(file));
  const files = [
    ...zips.map((file) => ({ path: join('.output', file), limit: ZIP_BYTES })),
    ...['chrome', 'firefox'].map((name) => ({ path: `.output/${name}-mv3/spotter.js`, limit: SPOTTER_BYTES })),
  ].map((file) => ({ ...file, bytes: statSync(file.path).size }));
  const output = files.map(({ path, bytes, limit }) => `${path}: ${bytes} of at most ${limit} bytes`).join('\n');
  const ok = zips.length === 2 && files.every(({ bytes, limit }) => bytes <= limit);
  return { ...whole({ ok, output }), output };
}

async function browsers(): Promise<Outcome> {
  const missing = (['chromium', 'firefox'] satisfies BrowserName[]).filter((name) => !findBrowser(name));
  return whole({ ok: missing.length === 0, output: missing.map(howToInstall).join('\n') });
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

/** Runs one of the projects in vitest.config.ts and counts its tests. A run that breaks without a failed test counts as one. */
const tests = (project: string) => async (): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-tests-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { ok } = await run('vitest', args, { show: true });
    const counts = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    return {
      passed: counts.numPassedTests,
      failed: ok ? 0 : Math.max(1, counts.numFailedTests),
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const STEPS: Record<string, () => Promise<Outcome>> = {
  'style (biome)': () => command('biome', 'check', '.'),
  'types (tsc)': types,
  structure: tests('structure'),
  'pack check': pack,
  'unit tests': tests('unit'),
  'build for Chrome': production('chrome'),
  'build for Firefox': production('firefox'),
  'test build for Chrome': testBuild('chrome'),
  'test build for Firefox': testBuild('firefox'),
  sizes,
  'web-ext lint': () => command('web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery'),
  'both browsers are there': browsers,
  'browser tests': tests('browser'),
  'speed tests': tests('speed'),
};
