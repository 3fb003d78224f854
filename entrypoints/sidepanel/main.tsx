import '../../components/base.css';
import '../../components/panel.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { PanelView, type PanelViewProps } from '../../components/panel-view';
import { StringsProvider } from '../../components/strings';
import type { Place } from '../../context/schema';
import type { Contents } from '../../desk/messages';
import { askTab } from '../../desk/own-end';
import { readSettings, watchSettings } from '../../desk/settings';
import { type ActiveTab, findActiveTab, inspectTab } from '../popup/inspect-tab';

/** How often, and for how long, it asks again: while a page loads, or after a switch, its annotator is on its way. */
const ASK_AGAIN_MS = 300;
const LOOKING_MS = 5_000;

const language = browser.i18n.getUILanguage();
const { id: ownWindow } = await browser.windows.getCurrent();
let timer: ReturnType<typeof setTimeout> | undefined;
/** Answers may overtake each other; only the last question's counts. */
let turn = 0;

browser.tabs.onActivated.addListener(({ windowId }) => windowId === ownWindow && follow());
browser.tabs.onUpdated.addListener((_, { status, url }) => (status || url) && follow());
watchSettings(follow);
// Whatever a page says to the background, what is known about it changes. Nothing is returned: others answer.
browser.runtime.onMessage.addListener((_, { tab }) => {
  if (tab) follow();
});
// What was opened over the page meanwhile is read here, too.
addEventListener('focus', follow);
document.documentElement.lang = language;
follow();

function follow(): void {
  clearTimeout(timer);
  void look(Date.now() + LOOKING_MS);
}

/** Asks what the tab in front holds, draws it, and asks again until the end while that may change. */
async function look(end: number): Promise<void> {
  turn += 1;
  const mine = turn;
  const settings = await readSettings();
  const tab = await findActiveTab();
  const found = tab && (await askTab('contents', null, tab.id));
  const state = tab && found?.ok ? articleIn(tab, found.value) : await inspectTab(tab, settings);
  if (mine !== turn) return;
  if (state.kind !== 'found') draw({ state, on: settings.on });
  const mayChange = state.kind !== 'article' && state.kind !== 'paused' && state.kind !== 'barred';
  if (mayChange && Date.now() < end) timer = setTimeout(look, ASK_AGAIN_MS, end);
}

function articleIn(tab: ActiveTab, { read, ...found }: Contents) {
  const onPlace = async (place: Place) => {
    await askTab('reveal', place, tab.id);
    follow();
  };
  return {
    kind: 'article' as const,
    key: `${tab.id} ${tab.url}`,
    contents: { ...found, read: new Set(read), open: null, onPlace: (place: Place) => void onPlace(place) },
  };
}

function draw(view: PanelViewProps): void {
  render(
    <StringsProvider t={i18n.t} language={language}>
      <PanelView {...view} />
    </StringsProvider>,
    document.body,
  );
}
