/** Opening the browser's side panel. To be called right in the reader's act: an `await` before it loses the right to. */
import { browser } from 'wxt/browser';

/** Whether this browser has one. Firefox for Android doesn't. */
export const hasSidePanel = (): boolean => sidebar() !== undefined || globalThis.chrome?.sidePanel !== undefined;

/** Opens it beside a tab. Rejects where the browser doesn't see an act of the reader. */
export async function openSidePanel(tabId: number): Promise<void> {
  const own = sidebar();
  if (own) await own.open();
  else await chrome.sidePanel.open({ tabId });
}

function sidebar() {
  return 'sidebarAction' in browser ? (browser.sidebarAction as { open(): Promise<void> }) : undefined;
}
