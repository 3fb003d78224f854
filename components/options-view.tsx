import { useId, useRef } from 'preact/hooks';
import { Logo } from './logo';
import { useStrings } from './strings';

/** The ways for notes to stand, with the keys of their names and of what they mean. */
const PLACES = [
  ['automatic', 'options.automatic', 'options.automaticMore'],
  ['popovers', 'options.popovers', 'options.popoversMore'],
  ['margin', 'options.margin', 'options.marginMore'],
] as const;

export interface OptionsViewProps {
  notes: (typeof PLACES)[number][0];
  /** Host names where Sidelight is switched off. */
  offSites: readonly string[];
  onNotes(notes: OptionsViewProps['notes']): void;
  /** Switch on again on this site. */
  onSite(site: string): void;
}

/** The page of choices: where notes stand, and where Sidelight is off. */
export function OptionsView(props: OptionsViewProps) {
  const { t } = useStrings();
  return (
    <main class="options">
      <h1>
        <Logo />
        {t('options.title')}
      </h1>
      <Places {...props} />
      <Sites {...props} />
    </main>
  );
}

function Places({ notes, onNotes }: OptionsViewProps) {
  const { t } = useStrings();
  const id = useId();
  return (
    <fieldset>
      <legend>{t('options.notes')}</legend>
      {PLACES.map(([place, name, more]) => (
        <div key={place} class="option">
          <input
            type="radio"
            id={`${id}-${place}`}
            name={id}
            checked={place === notes}
            aria-describedby={`${id}-${place}-more`}
            onChange={() => onNotes(place)}
          />
          <label for={`${id}-${place}`}>{t(name)}</label>
          <p id={`${id}-${place}-more`}>{t(more)}</p>
        </div>
      ))}
    </fieldset>
  );
}

function Sites({ offSites, onSite }: OptionsViewProps) {
  const { t } = useStrings();
  const heading = useRef<HTMLHeadingElement>(null);
  const switchOn = (site: string) => {
    onSite(site);
    // The button goes with its site; focus would fall to the top of the page.
    heading.current?.focus();
  };
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('options.sites')}
      </h2>
      {offSites.length === 0 ? (
        <p>{t('options.noSites')}</p>
      ) : (
        <ul>
          {offSites.map((site) => (
            <li key={site}>
              <span>{site}</span>
              <button type="button" aria-label={t('options.switchOnSite', [site])} onClick={() => switchOn(site)}>
                {t('options.switchOn')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
