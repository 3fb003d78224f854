import { browser } from 'wxt/browser';
import type { PopupState } from '../../components/popup-view';
import { askTab } from '../../desk/own-end';
import { isOnFor, type Settings } from '../../desk/settings';

export interface ActiveTab {
  id: number;
  url: string;
}

/** The tab that the popup was opened over; null where there is none with an address that extensions see. */
export async function findActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id !== undefined && tab.url ? { id: tab.id, url: tab.url } : null;
}

/** What the popup has to say about a tab, as far as it can be known now. */
export async function inspectTab(tab: ActiveTab | null, settings: Settings): Promise<PopupState> {
  if (!settings.on) return { kind: 'paused' };
  if (!tab || !/^https?:/.test(tab.url)) return { kind: 'barred' };
  if (!isOnFor(settings, tab.url)) return { kind: 'paused' };
  const answer = await askTab('found', null, tab.id);
  if (answer.ok) return { kind: 'found', ...answer.value };
  if (!(await isOpenToScripts(tab.id))) return { kind: 'barred' };
  const { status } = await browser.tabs.get(tab.id);
  return { kind: status === 'loading' ? 'looking' : 'off-subject' };
}

/** Browsers keep extensions out of some pages that look like any other: their stores, and what an administrator forbids. */
async function isOpenToScripts(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => true });
    return true;
  } catch {
    return false;
  }
}
