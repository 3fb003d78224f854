import type { Anchor, Answer, Source } from '../context/schema';
import { PartialDate } from './partial-date';
import { Sources } from './sources';
import { useStrings } from './strings';

interface RestsOnProps {
  published: string | null;
  language: string;
  stated: Answer['stated'];
  /** The sources of all notes on the article. */
  sources: readonly Source[];
  onAnchor(anchor: Anchor): void;
}

/** What the article and its notes stand on: its day as the page tells it, what it states, the sources used. */
export function RestsOn({ published, language, stated, sources, onAnchor }: RestsOnProps) {
  const { t } = useStrings();
  const places = (anchors: readonly Anchor[]) => <Places anchors={anchors} language={language} onAnchor={onAnchor} />;
  return (
    <section class="rests">
      <h3>{t('tray.rests')}</h3>
      <dl>
        <div>
          <dt>{t('tray.published')}</dt>
          <dd>{published ? <PartialDate date={published} /> : t('tray.undated')}</dd>
        </div>
        {stated.dates.length > 0 && (
          <div>
            <dt>{t('tray.dates')}</dt>
            <dd>{places(stated.dates)}</dd>
          </div>
        )}
        {stated.numbers.length > 0 && (
          <div>
            <dt>{t('tray.numbers')}</dt>
            <dd>{places(stated.numbers)}</dd>
          </div>
        )}
      </dl>
      {sources.length > 0 && (
        <details>
          <summary>{t('tray.sources', sources.length)}</summary>
          <Sources sources={sources} />
        </details>
      )}
    </section>
  );
}

/** Words of the article, each a way to where they stand. */
function Places({
  anchors,
  language,
  onAnchor,
}: Pick<RestsOnProps, 'language' | 'onAnchor'> & { anchors: readonly Anchor[] }) {
  return (
    <ul class="stated">
      {anchors.map((anchor) => (
        <li key={`${anchor.sentence} ${anchor.start}`}>
          <button type="button" lang={language === 'und' ? undefined : language} onClick={() => onAnchor(anchor)}>
            {anchor.exact}
          </button>
        </li>
      ))}
    </ul>
  );
}
