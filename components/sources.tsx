import type { Source } from '../context/schema';
import { Icon } from './icon';
import { PartialDate } from './partial-date';
import { PACK_LANGUAGE, useStrings } from './strings';
import { SOURCE_WORDS } from './words';

/** Title, publisher, date and kind of each source; a link only where an address is known. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useStrings();
  if (sources.length === 0) return null;
  return (
    <section class="sources">
      <h3>{t('sources.title')}</h3>
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <Title source={source} />
            <span class="origin">
              <span class="publisher" lang={PACK_LANGUAGE}>
                {source.publisher}
              </span>
              {' · '}
              <PartialDate date={source.date} />
              {' · '}
              {t(SOURCE_WORDS[source.kind])}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Title({ source }: { source: Source }) {
  const { t } = useStrings();
  if (!source.url) {
    return (
      <span class="title" lang={PACK_LANGUAGE}>
        {source.title}
      </span>
    );
  }
  return (
    <a class="title" href={source.url} target="_blank" rel="noreferrer noopener" lang={PACK_LANGUAGE}>
      {source.title}
      {/* Joined to the last word, so that the icon never wraps alone. */}
      {'\u2060'}
      <Icon name="externalLink" size={11} />
      <span class="unseen"> ({t('sources.newTab')})</span>
    </a>
  );
}
