import '../../components/base.css';
import '../../components/options.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { OptionsView } from '../../components/options-view';
import { StringsProvider } from '../../components/strings';
import { changeSettings, readSettings, type Settings, watchSettings } from '../../desk/settings';

const language = browser.i18n.getUILanguage();
document.documentElement.lang = language;
document.title = `Sidelight: ${i18n.t('options.title')}`;
watchSettings(draw);
draw(await readSettings());

/** What is stored is what is shown: a choice is drawn when it has been kept. */
function draw({ notes, offSites }: Settings): void {
  render(
    <StringsProvider t={i18n.t} language={language}>
      <OptionsView
        notes={notes}
        offSites={offSites}
        onNotes={(chosen) => void changeSettings({ notes: chosen })}
        onSite={(site) => void changeSettings({ offSites: offSites.filter((one) => one !== site) })}
      />
    </StringsProvider>,
    document.body,
  );
}
