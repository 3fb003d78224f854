import { browser } from 'wxt/browser';

const KEY = 'begun';

/**
 * Whether the background starts anew (installed, updated, enabled, or the browser started) and isn't just woken: session
 * storage outlives a stopped background and nothing else.
 */
export async function isNewSession(): Promise<boolean> {
  const { [KEY]: begun } = await browser.storage.session.get(KEY);
  if (begun === true) return false;
  await browser.storage.session.set({ [KEY]: true });
  return true;
}
