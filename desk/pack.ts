import { browser } from 'wxt/browser';
import { openPack, type Pack } from '../context/pack';

let opened: Promise<Pack> | undefined;

/** The pack that ships with the extension, read once in the background's life, when first needed. */
export function pack(): Promise<Pack> {
  opened ??= load().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** The only fetch in Sidelight: a file of its own. */
async function load(): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL('/pack.json'));
  return openPack(await response.json());
}
