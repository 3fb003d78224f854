import { browser } from 'wxt/browser';

/** `--figure` of the light theme; reads on both kinds of toolbar. */
const COLOUR = '#2a4fb8';

/** Shows the number of notes on the icon in a tab; nothing for none. The browser clears it when the tab navigates. */
export async function showCount(tabId: number, count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR });
  await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
}
