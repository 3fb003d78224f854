import type { Source } from '../context/schema';
import { Icon } from './icon';
import { PartialDate } from './partial-date';
import { PACK_LANGUAGE, useStrings } from './strings';
import { SOURCE_WORDS } from './words';

/** A line may end in it, and never begins with it. */
const DOT = '\u00a0· ';

/** Title, publisher, date and kind of each source; a link only where an address is known. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useStrings();
  if (sources.length === 0) return null;
  return (
    <section class="sources">
      <h3>{t('sources.title')}</h3>
      <ol data-numbered={sources.length > 1}>
        {sources.map((source) => (
          <li key={source.id}>
            <Title source={source} />
            <span class="origin">
              <span class="publisher" lang={PACK_LANGUAGE}>
                {source.publisher}
              </span>
              {DOT}
              <PartialDate date={source.date} />
              {DOT}
              <span class="whole">{t(SOURCE_WORDS[source.kind])}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Title({ source }: { source: Source }) {
  const { t } = useStrings();
  // The icon goes with the last word, so that it never wraps alone.
  const lastWord = source.title.lastIndexOf(' ') + 1;
  if (!source.url) {
    return (
      <span class="title" lang={PACK_LANGUAGE}>
        {source.title}
      </span>
    );
  }
  return (
    <a class="title" href={source.url} target="_blank" rel="noreferrer noopener" lang={PACK_LANGUAGE}>
      {source.title.slice(0, lastWord)}
      <span class="whole">
        {source.title.slice(lastWord)}
        <Icon name="externalLink" size={11} />
      </span>
      <span class="unseen"> ({t('sources.newTab')})</span>
    </a>
  );
}
