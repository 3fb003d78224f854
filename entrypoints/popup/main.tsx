import '../../components/popup.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type PopupState, PopupView } from '../../components/popup-view';
import { StringsProvider } from '../../components/strings';
import { askTab, reveal } from '../../desk/messages';
import {
  changeSettings,
  isOnFor,
  readSettings,
  type Settings,
  siteOf,
  watchSettings,
  withSite,
} from '../../desk/settings';
import { type ActiveTab, findActiveTab, inspectTab } from './inspect-tab';

/** How often, and for how long, the popup asks again where a page may still be looked at. */
const ASK_AGAIN_MS = 300;
const LOOKING_MS = 5_000;

function Popup({ tab, stored }: { tab: ActiveTab | null; stored: Settings }) {
  const [settings, setSettings] = useState(stored);
  useEffect(() => watchSettings(setSettings), []);
  const state = usePopupState(tab, settings);
  const site = tab && /^https?:/.test(tab.url) ? siteOf(tab.url) : null;
  return (
    <PopupView
      state={state}
      on={settings.on}
      site={site}
      siteOn={tab !== null && isOnFor({ ...settings, on: true }, tab.url)}
      onToggle={(on) => void changeSettings({ on })}
      onToggleSite={(on) => tab && void changeSettings({ offSites: withSite(settings, tab.url, on) })}
      onReveal={(number) => tab && void askTab(reveal, number, tab.id).then(() => window.close())}
    />
  );
}

/** The state of the tab, asked again for a while: after a switch, or while a page loads, the annotator is still on its way. */
function usePopupState(tab: ActiveTab | null, settings: Settings): PopupState {
  const [state, setState] = useState<PopupState>({ kind: 'looking' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const end = Date.now() + LOOKING_MS;
    const inspect = async () => {
      const now = await inspectTab(tab, settings);
      if (over) return;
      setState(now);
      const mayChange = now.kind === 'looking' || now.kind === 'off-subject';
      if (mayChange && Date.now() < end) timer = setTimeout(inspect, ASK_AGAIN_MS);
    };
    void inspect();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [tab, settings]);
  return state;
}

const root = document.getElementById('root');
const [tab, stored] = await Promise.all([findActiveTab(), readSettings()]);
document.documentElement.lang = browser.i18n.getUILanguage();
if (root) {
  render(
    <StringsProvider t={i18n.t} language={browser.i18n.getUILanguage()}>
      <Popup tab={tab} stored={stored} />
    </StringsProvider>,
    root,
  );
}
