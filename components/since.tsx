import type { Annotation } from '../context/schema';
import { Icon } from './icon';
import { PartialDate } from './partial-date';
import { PACK_LANGUAGE, useStrings } from './strings';

type Step = Annotation['since'][number];

/**
 * Dated steps, oldest first, the newest emphasised. With the article's day it stands first and the section speaks of what
 * came since; without one (`null`) it is plainly a timeline. No steps, no section.
 */
export function Since({ steps, published }: { steps: readonly Step[]; published: string | null }) {
  const { t } = useStrings();
  if (steps.length === 0) return null;
  return (
    <section class="since">
      <h3>
        <Icon name={published ? 'history' : 'signpost'} />
        {published ? t('since.title') : t('since.timeline')}
      </h3>
      <ol>
        {published && (
          <li class="here">
            <PartialDate date={published} />
            <span>{t('since.article')}</span>
          </li>
        )}
        {steps.map((step, index) => (
          <li key={`${step.date} ${step.text}`} class={index === steps.length - 1 ? 'newest' : undefined}>
            <PartialDate date={step.date} />
            <span lang={PACK_LANGUAGE}>{step.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
