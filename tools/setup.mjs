/**
 * What `npm start` and `npm test` need before anything else can run: dependencies, WXT's generated types, browsers.
 * Plain JavaScript without dependencies, for a fresh clone has none. `node tools/setup.mjs TASK …` then hands on to tools/TASK.ts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findBrowser, howToInstall } from './find-browser.mjs';

/** @typedef {import('./find-browser.mjs').BrowserName} BrowserName */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** @type {BrowserName[]} */
const BROWSERS = ['chromium', 'firefox'];
const DEBIAN_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };
/** The first Node 20 in which `require` loads ES modules, which the build's libraries rely on. */
const NODE = [20, 19];

process.chdir(ROOT);
process.env.WXT_TELEMETRY = '0';
process.env.NO_UPDATE_NOTIFIER = '1';

/** Prints a line about what is going on; on standard error, so that standard output stays the task's own.
 * @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string} line @returns {never} */
function giveUp(line) {
  say(line);
  process.exit(1);
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  // npm and npx are scripts on Windows, which only a shell starts.
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], shell }).status === 0;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  giveUp(`Sidelight needs Node ${NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Every package of the lock file is in place in its version. Files' dates tell nothing: a clone and a checkout make new ones. */
function dependenciesAreInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const installed = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

/**
 * `npm install` in the lock file's versions, without a change to that file. Not `npm ci`, which gives up wherever the
 * registry lacks optional packages for other systems (the native parts of the build tools have dozens).
 */
function installDependencies() {
  if (dependenciesAreInstalled()) return;
  say('Installing the dependencies (npm install) …');
  // NODE_ENV=production would leave out what builds and tests the extension.
  if (run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])) return;
  giveUp('npm install failed; see above.');
}

function prepareTypes() {
  if (existsSync('.wxt/tsconfig.json')) return;
  if (run('npx', ['--no-install', 'wxt', 'prepare', '--level', 'warn'])) return;
  giveUp('wxt prepare failed; see above.');
}

/** @param {BrowserName} name @returns {boolean} */
function installBrowser(name) {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!debian) return false;
  const debianPackage = DEBIAN_PACKAGES[name];
  say(`Installing ${debianPackage} with apt-get (about a minute) …`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  return (
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', debianPackage]) &&
    findBrowser(name) !== null
  );
}

/** @param {BrowserName} name */
function isThere(name) {
  return findBrowser(name) !== null || installBrowser(name);
}

/** `npm start` needs the browser that it was asked for, or any; `npm test` needs both, and reports a missing one itself.
 * @param {string} task @param {string[]} args */
function provideBrowsers(task, args) {
  if (args.includes('--help')) return;
  if (task === 'test') {
    isThere('chromium');
    isThere('firefox');
    return;
  }
  const wanted = BROWSERS.find((name) => args.includes(name));
  if (!wanted && BROWSERS.some((name) => findBrowser(name))) return;
  if (!isThere(wanted ?? 'chromium')) giveUp(howToInstall(wanted ?? 'chromium'));
}

function main() {
  const [task, ...args] = process.argv.slice(2);
  checkNode();
  installDependencies();
  prepareTypes();
  if (!task) return;
  provideBrowsers(task, args);
  const result = spawnSync(process.execPath, ['--import', 'tsx', join('tools', `${task}.ts`), ...args], {
    stdio: 'inherit',
  });
  process.exit(result.status ?? 1);
}

try {
  main();
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
