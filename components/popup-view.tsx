import type { Angle } from '../context/schema';
import { Icon } from './icon';
import { Logo } from './logo';
import { PACK_LANGUAGE, useStrings } from './strings';
import { Switch } from './switch';
import { ANGLE_WORDS } from './words';

export interface NoteEntry {
  number: number;
  angle: Angle;
  headline: string;
}

export type PopupState =
  | { kind: 'found'; notes: readonly NoteEntry[]; cards: number }
  | { kind: 'off-subject' }
  | { kind: 'paused' }
  | { kind: 'barred' }
  | { kind: 'looking' };

export interface PopupViewProps {
  state: PopupState;
  /** On at all. */
  on: boolean;
  /** Host name of the page, null where extensions may not go. */
  site: string | null;
  siteOn: boolean;
  onToggle(on: boolean): void;
  onToggleSite(on: boolean): void;
  /** The keys that open the tray; empty where there are none. */
  shortcut: string;
  onReveal(number: number): void;
  onOptions(): void;
  /** Opens the tray over the page. */
  onTray(): void;
  /** Opens the side panel; null where the browser has none. */
  onPanel: (() => void) | null;
}

/** What the toolbar button opens: on or off, here and everywhere; what was found; and what becomes of it. */
export function PopupView(props: PopupViewProps) {
  const { on, site, siteOn, state, onToggle, onToggleSite, onOptions } = props;
  const { t } = useStrings();
  return (
    <main class="menu">
      <div class="menu-title">
        <h1>
          <Logo />
          Sidelight
        </h1>
        <Switch label={t('menu.everywhere')} on={on} onToggle={onToggle} />
      </div>
      {site && on && state.kind !== 'barred' && (
        <div class="menu-site">
          <Icon name="globe" />
          <span>{site}</span>
          <Switch label={t('menu.site', [site])} on={siteOn} onToggle={onToggleSite} />
        </div>
      )}
      {state.kind === 'found' ? (
        <Found {...props} notes={state.notes} cards={state.cards} />
      ) : (
        <PageStateView state={state} on={on} />
      )}
      <div class="menu-foot">
        <button type="button" class="menu-options" onClick={onOptions}>
          <Icon name="sliders" />
          {t('menu.options')}
        </button>
        <p>{t('menu.nothingSent')}</p>
      </div>
    </main>
  );
}

/** What there is to say about a page that has no notes to list. `on` as above. */
export function PageStateView({ state, on }: { state: Exclude<PopupState, { kind: 'found' }>; on: boolean }) {
  const { t } = useStrings();
  switch (state.kind) {
    case 'off-subject':
      return <Plain title={t('menu.offSubject')} text={t('menu.offSubjectMore')} />;
    case 'paused':
      return on ? (
        <Plain title={t('menu.pausedSite')} text={t('menu.pausedSiteMore')} />
      ) : (
        <Plain title={t('menu.paused')} text={t('menu.pausedMore')} />
      );
    case 'barred':
      return <Plain title={t('menu.barred')} text={t('menu.barredMore')} />;
    case 'looking':
      return (
        <p class="page-state looking" role="status">
          {t('menu.looking')}
        </p>
      );
  }
}

function Plain({ title, text }: { title: string; text: string }) {
  return (
    <div class="page-state">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

function Found(props: PopupViewProps & { notes: readonly NoteEntry[]; cards: number }) {
  const { notes, cards, onReveal } = props;
  const { t } = useStrings();
  return (
    <>
      <p class="page-state">
        <b>{t('menu.found', notes.length)}</b> {cards > 0 ? t('menu.cards', cards) : t('menu.noCards')}
      </p>
      {notes.length > 0 && (
        <ol class="menu-list" aria-label={t('menu.list')}>
          {notes.map(({ number, angle, headline }) => (
            <li key={number}>
              <button type="button" data-angle={angle} onClick={() => onReveal(number)}>
                <span class="number">{number}</span>
                <span class="headline" lang={PACK_LANGUAGE}>
                  {headline}
                </span>
                <span class="unseen">, {t(ANGLE_WORDS[angle])}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <Ways {...props} />
    </>
  );
}

/** The ways to the whole list: over the page, with the keys that open it, and beside it. */
function Ways({ shortcut, onTray, onPanel }: PopupViewProps) {
  const { t } = useStrings();
  return (
    <p class="menu-ways">
      <button type="button" class="menu-way" onClick={onTray}>
        {t('tray.title')}
        {shortcut && <kbd>{shortcut}</kbd>}
      </button>
      {onPanel && (
        <button type="button" class="menu-way" onClick={onPanel}>
          {t('tray.panel')}
        </button>
      )}
    </p>
  );
}
