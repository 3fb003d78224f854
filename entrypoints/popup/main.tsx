import '../../components/base.css';
import '../../components/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type PopupState, PopupView } from '../../components/popup-view';
import { StringsProvider } from '../../components/strings';
import { askTab } from '../../desk/own-end';
import { changeSettings, isOnFor, readSettings, siteOf, watchSettings, withSite } from '../../desk/settings';
import { trayShortcut } from '../../desk/shortcut';
import { hasSidePanel, openSidePanel } from '../../desk/side-panel';
import { findActiveTab, inspectTab } from './inspect-tab';

/** How often, and for how long, the popup asks again: while a page loads, or after a switch, its annotator is on its way. */
const ASK_AGAIN_MS = 300;
const LOOKING_MS = 5_000;

const root = document.body;
const language = browser.i18n.getUILanguage();
const tab = await findActiveTab();
const shortcut = await trayShortcut();
let settings = await readSettings();
let state: PopupState = { kind: 'looking' };
let timer: ReturnType<typeof setTimeout> | undefined;

watchSettings((changed) => {
  settings = changed;
  void inspect(Date.now() + LOOKING_MS);
});
void inspect(Date.now() + LOOKING_MS);
document.documentElement.lang = language;
draw();

/** Asks what there is to say about the tab, draws it, and asks again until the end while that may change. */
async function inspect(end: number): Promise<void> {
  clearTimeout(timer);
  draw();
  const judged = settings;
  const now = await inspectTab(tab, judged);
  if (judged !== settings) return;
  state = now;
  draw();
  const mayChange = state.kind === 'looking' || state.kind === 'off-subject';
  if (mayChange && Date.now() < end) timer = setTimeout(inspect, ASK_AGAIN_MS, end);
}

function draw(): void {
  render(
    <StringsProvider t={i18n.t} language={language}>
      <PopupView
        state={state}
        on={settings.on}
        site={tab && /^https?:/.test(tab.url) ? siteOf(tab.url) : null}
        siteOn={tab !== null && isOnFor({ ...settings, on: true }, tab.url)}
        onToggle={(on) => void changeSettings({ on })}
        onToggleSite={(on) => void switchSite(on)}
        shortcut={shortcut}
        onReveal={(note) => tab && void leaveTo(askTab('reveal', { note }, tab.id))}
        onTray={() => tab && void leaveTo(askTab('tray', null, tab.id))}
        onPanel={tab && hasSidePanel() ? () => void leaveTo(openSidePanel(tab.id)) : null}
        onOptions={() => void openOptions()}
      />
    </StringsProvider>,
    root,
  );
}

async function switchSite(on: boolean): Promise<void> {
  if (tab) await changeSettings({ offSites: withSite(settings, tab.url, on) });
}

/** Closes once what was chosen is under way; earlier, the browser would drop it. */
async function leaveTo(chosen: Promise<unknown>): Promise<void> {
  await chosen;
  window.close();
}

async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}
