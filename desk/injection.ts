/** What the background puts into tabs: scripts, and the style sheet of highlights. */
import { browser } from 'wxt/browser';

const HIGHLIGHTS = ['/assets/highlights.css'];

/** Lets the annotator have a real look at a page; where one lives already, nothing happens. */
export async function injectAnnotator(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/annotator.js'] });
}

/** Has the spotter look (again) in every open page: after an installation, an update, or when switched on. */
export async function lookInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  await Promise.allSettled(
    tabs.map(({ id }) => id && browser.scripting.executeScript({ target: { tabId: id }, files: ['/spotter.js'] })),
  );
}

/** Gives a page the colours of highlights. */
export async function addHighlightStyles(tabId: number): Promise<void> {
  // Inserted twice it would have to be removed twice.
  await removeHighlightStyles(tabId);
  await browser.scripting.insertCSS({ target: { tabId }, files: HIGHLIGHTS });
}

export async function removeHighlightStyles(tabId: number): Promise<void> {
  await browser.scripting.removeCSS({ target: { tabId }, files: HIGHLIGHTS });
}
