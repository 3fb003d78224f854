import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MIGRATIONS, VERSION } from './settings-migrations';

/** The libraries take hold of the browser's object once, so it stays the same and its storage changes. */
const chrome = { runtime: { id: 'test' }, storage: { local: {} } };
vi.stubGlobal('chrome', chrome);

/** As much of the browser's storage as settings use. */
function fakeStorage(stored: Record<string, unknown>) {
  const listeners = new Set<(changes: Record<string, { newValue: unknown; oldValue: unknown }>) => void>();
  chrome.storage.local = {
    get: async (keys: string | string[]) =>
      structuredClone(Object.fromEntries([keys].flat().flatMap((key) => (key in stored ? [[key, stored[key]]] : [])))),
    set: async (values: Record<string, unknown>) => {
      for (const [key, newValue] of Object.entries(structuredClone(values))) {
        const oldValue = stored[key];
        stored[key] = newValue;
        for (const listener of listeners) listener({ [key]: { newValue, oldValue } });
      }
    },
    onChanged: {
      addListener: (listener: typeof listeners extends Set<infer L> ? L : never) => void listeners.add(listener),
      removeListener: (listener: typeof listeners extends Set<infer L> ? L : never) => void listeners.delete(listener),
    },
  };
  return stored;
}

async function open() {
  vi.resetModules();
  return import('./settings');
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

describe('settings', () => {
  test('are on everywhere on the first day, and nothing is written for that', async () => {
    const stored = fakeStorage({});
    const { readSettings } = await open();
    expect(await readSettings()).toEqual({ on: true, offSites: [], notes: 'automatic' });
    expect(stored).toEqual({});
  });

  test('survive a restart', async () => {
    fakeStorage({});
    await (await open()).changeSettings({ on: false, offSites: ['news.example'], notes: 'margin' });
    expect(await (await open()).readSettings()).toEqual({ on: false, offSites: ['news.example'], notes: 'margin' });
  });

  test('that can’t be read are as on the first day, and stay stored', async () => {
    const stored = fakeStorage({ settings: 'garbage', settings$: { v: VERSION } });
    const { readSettings } = await open();
    expect(await readSettings()).toEqual({ on: true, offSites: [], notes: 'automatic' });
    expect(stored.settings).toBe('garbage');
  });

  test('that can’t be read are laid aside when the reader makes a choice', async () => {
    const stored = fakeStorage({ settings: 'garbage', settings$: { v: VERSION } });
    const { changeSettings } = await open();
    await changeSettings({ on: false });
    expect(stored.settings).toEqual({ on: false, offSites: [], notes: 'automatic' });
    expect(stored['unreadable-settings']).toBe('garbage');
  });

  test('lose one bad field alone', async () => {
    const stored = { on: 'perhaps', offSites: ['a.example'], notes: 'upside down' };
    fakeStorage({ settings: stored, settings$: { v: VERSION } });
    const { readSettings } = await open();
    expect(await readSettings()).toEqual({ on: true, offSites: ['a.example'], notes: 'automatic' });
  });

  test('keep fields of a later version through a change', async () => {
    const stored = fakeStorage({ settings: { on: true, offSites: [], quiet: 3 }, settings$: { v: VERSION + 1 } });
    const { changeSettings } = await open();
    await changeSettings({ on: false });
    expect(stored.settings).toEqual({ on: false, offSites: [], notes: 'automatic', quiet: 3 });
    expect(stored.settings$).toEqual({ v: VERSION + 1 });
  });

  test('tell a watcher of a change until it is stopped', async () => {
    fakeStorage({});
    const { changeSettings, watchSettings } = await open();
    const seen: boolean[] = [];
    const stop = watchSettings(({ on }) => seen.push(on));
    await changeSettings({ on: false });
    stop();
    await changeSettings({ on: true });
    expect(seen).toEqual([false]);
  });
});

describe('migrations', () => {
  test('are numbered without gaps, from 2', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, index) => index + 2));
  });

  test.each(MIGRATIONS)('to version $to turn the example before into the example after', ({ run, example }) => {
    expect(run(example.before)).toEqual(example.after);
  });

  test.each([null, 'garbage', 7, { offSites: 'x', notes: 'margin' }])('leave %j as it is', (stored) => {
    for (const { run } of MIGRATIONS) expect(run(stored)).toEqual(stored);
  });

  test('run when settings are read, and are stored with the next choice', async () => {
    const stored = fakeStorage({ settings: { on: false, offSites: ['https://www.a.example'] } });
    const { changeSettings, readSettings } = await open();
    expect(await readSettings()).toEqual({ on: false, offSites: ['a.example'], notes: 'automatic' });
    expect(stored.settings$).toBeUndefined();
    await changeSettings({ on: true });
    expect(stored.settings).toEqual({ on: true, offSites: ['a.example'], notes: 'automatic' });
    expect(stored.settings$).toEqual({ v: VERSION });
  });
});

describe('a site', () => {
  test('is the host without www, whatever the scheme and path', async () => {
    fakeStorage({});
    const { siteOf } = await open();
    expect(siteOf('https://www.news.example/a?b#c')).toBe('news.example');
    expect(siteOf('http://news.example:8080/')).toBe('news.example:8080');
    expect(siteOf('not a url')).toBe('');
  });

  test('is off once switched off, and on once switched on again', async () => {
    fakeStorage({});
    const { DEFAULTS, isOnFor, withSite } = await open();
    const url = 'https://news.example/story';
    const off = { ...DEFAULTS, offSites: withSite(DEFAULTS, url, false) };
    expect(isOnFor(off, 'http://www.news.example/')).toBe(false);
    expect(isOnFor(off, 'https://other.example/')).toBe(true);
    expect(isOnFor({ ...off, offSites: withSite(off, url, true) }, url)).toBe(true);
  });
});
