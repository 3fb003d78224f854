import { browser } from 'wxt/browser';

/** The command that opens the tray, as the manifest names it. */
export const OPEN_TRAY = 'open-tray';

/** The keys that open the tray, as the browser writes them; empty where the reader, or the browser, has none for it. */
export async function trayShortcut(): Promise<string> {
  // Firefox for Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === OPEN_TRAY)?.shortcut ?? '';
}
