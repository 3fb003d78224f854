/**
 * Where browsers live. Plain JavaScript without dependencies, since the set-up step needs it before anything is installed.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @typedef {'chromium' | 'firefox'} BrowserName */

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'],
  firefox: ['firefox', 'firefox-esr', 'firefox.exe'],
};

const MAC_APPS = {
  chromium: ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};

const WINDOWS_FOLDERS = {
  chromium: ['Google/Chrome/Application', 'Chromium/Application', 'Microsoft/Edge/Application'],
  firefox: ['Mozilla Firefox'],
};

const VARIABLES = { chromium: ['CHROMIUM_PATH', 'CHROME_PATH'], firefox: ['FIREFOX_PATH'] };

/** @param {BrowserName} name */
function foldersFor(name) {
  const path = (process.env.PATH ?? '').split(delimiter);
  if (process.platform !== 'win32') return [...path, '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return [...path, ...roots.flatMap((root) => (root ? WINDOWS_FOLDERS[name].map((folder) => join(root, folder)) : []))];
}

/**
 * Takes a browser's name, gives the path of its program or null. A variable (CHROMIUM_PATH or CHROME_PATH,
 * FIREFOX_PATH) goes before the usual places; one that names a file that isn't there is an error, not a hint.
 * @param {BrowserName} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  for (const variable of VARIABLES[name]) {
    const path = process.env[variable];
    if (path && !existsSync(path)) throw new Error(`${variable} names ${path}, which does not exist.`);
    if (path) return path;
  }
  const apps = ['/Applications', join(homedir(), 'Applications')];
  const places = [
    ...(process.platform === 'darwin' ? apps.flatMap((root) => MAC_APPS[name].map((app) => join(root, app))) : []),
    ...foldersFor(name).flatMap((folder) => NAMES[name].map((file) => join(folder, file))),
  ];
  return places.find((place) => existsSync(place)) ?? null;
}

/**
 * Takes a browser's name, gives one line that says what to install.
 * @param {BrowserName} name
 */
export function howToInstall(name) {
  return name === 'firefox'
    ? 'Firefox was not found: install it (on Debian: firefox-esr), or set FIREFOX_PATH to its program.'
    : 'Chromium was not found: install Chromium or Google Chrome, or set CHROMIUM_PATH to its program.';
}
