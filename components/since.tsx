import type { Source, Step } from '../context/schema';
import { lastDayOf } from '../context/since';
import { Icon } from './icon';
import { PartialDate } from './partial-date';
import { Reference } from './reference';
import { PACK_LANGUAGE, useStrings } from './strings';

export interface SinceProps {
  steps: readonly Step[];
  /** The article's day, `YYYY-MM-DD`, or null where nothing tells. */
  published: string | null;
  /** The sources as they are listed below. */
  sources: readonly Source[];
}

/**
 * Dated steps on a rail, oldest first, with the article's own day among them. Where all of them are later than it, the
 * section says so; where they reach back before it, or nobody knows when that was, it is plainly a timeline. No steps,
 * no section.
 */
export function Since({ steps, published, sources }: SinceProps) {
  const { t } = useStrings();
  if (steps.length === 0) return null;
  const earlier = published ? steps.filter(({ date }) => lastDayOf(date) <= published).length : 0;
  const isSince = published !== null && earlier === 0;
  const step = (one: Step) => (
    <li key={`${one.date} ${one.text}`} class={one === steps.at(-1) && earlier < steps.length ? 'newest' : undefined}>
      <PartialDate date={one.date} />
      <span lang={PACK_LANGUAGE}>
        {one.text}
        <Reference to={one.source} sources={sources} />
      </span>
    </li>
  );
  return (
    <section class="since">
      <h3>
        <Icon name={isSince ? 'history' : 'signpost'} />
        {isSince ? t('since.title') : t('since.timeline')}
      </h3>
      <ol>
        {steps.slice(0, earlier).map(step)}
        {published && (
          <li class="here">
            <PartialDate date={published} />
            <span>{t('since.article')}</span>
          </li>
        )}
        {steps.slice(earlier).map(step)}
      </ol>
    </section>
  );
}
