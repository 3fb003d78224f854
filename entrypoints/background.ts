import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { annotate } from '../context/annotate';
import { cardView } from '../context/cards';
import { showCount } from '../desk/badge';
import { addHighlightStyles, injectAnnotator, lookInOpenTabs, removeHighlightStyles } from '../desk/injection';
import { askTab, onAsked } from '../desk/own-end';
import { pack } from '../desk/pack';
import { isNewSession } from '../desk/sessions';
import { isOnFor, readSettings, watchSettings } from '../desk/settings';
import { OPEN_TRAY, trayShortcut } from '../desk/shortcut';
import { openSidePanel } from '../desk/side-panel';

/** Wiring only, and all of it at once: a stopped background is woken for its listeners and must have them ready. */
export default defineBackground({ type: 'module', main: listen });

function listen(): void {
  onAsked('spotted', async (_, sender) => {
    const { tabId, url } = pageOf(sender);
    if (isOnFor(await readSettings(), url)) await injectAnnotator(tabId);
  });

  onAsked('annotate', async (article, sender) => {
    const { tabId } = pageOf(sender);
    const answer = annotate(await pack(), article, today());
    if (answer.annotations.length + answer.mentions.length > 0) await addHighlightStyles(tabId);
    await showCount(tabId, answer.annotations.length);
    return answer;
  });

  onAsked('card', async (id, sender) => {
    pageOf(sender);
    return cardView(await pack(), id);
  });

  onAsked('shortcut', trayShortcut);
  onAsked('panel', (_, sender) => openSidePanel(pageOf(sender).tabId));

  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === OPEN_TRAY && tab?.id !== undefined) void askTab('tray', null, tab.id);
  });

  onAsked('left', async (_, sender) => {
    const { tabId } = pageOf(sender);
    await Promise.all([showCount(tabId, 0), removeHighlightStyles(tabId)]);
  });

  // Annotators watch for "off" themselves; for "on" there may be none.
  watchSettings(({ on }) => {
    if (on) void lookInOpenTabs();
  });

  // A listener makes the browser run this script when Sidelight is installed or updated, and when the browser starts.
  browser.runtime.onInstalled.addListener(() => {});
  browser.runtime.onStartup.addListener(() => {});
  void lookAtStart();
}

async function lookAtStart(): Promise<void> {
  if (await isNewSession()) await lookInOpenTabs();
}

/** The page that a message came from. Throws where it came from elsewhere: a frame, or a page of the extension. */
function pageOf(sender: Browser.runtime.MessageSender): { tabId: number; url: string } {
  const { tab, frameId, url } = sender;
  if (tab?.id === undefined || frameId !== 0 || !url || !/^https?:/.test(url)) throw new Error('not from a page');
  return { tabId: tab.id, url };
}

/** The reader's calendar day, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
