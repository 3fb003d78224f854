import { useStrings } from './strings';

export interface MentionJumpsProps {
  /** How often the name stands in the article. */
  count: number;
  /** Which of them is open, from 1; null where the card was opened from elsewhere. */
  at: number | null;
  /** Asks for a mention, from 1. */
  onMention(number: number): void;
}

/** “Also in this article”: a dot for each place where the name stands, in order, the open one filled. */
export function MentionJumps({ count, at, onMention }: MentionJumpsProps) {
  const { t } = useStrings();
  if (count === 0 || (count === 1 && at === 1)) return null;
  return (
    <section class="mentions">
      <h3>{t('card.mentions')}</h3>
      <ol>
        {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
          <li key={number}>
            <button
              type="button"
              class="mention"
              aria-label={t('card.mention', [number, count])}
              aria-current={number === at ? 'true' : undefined}
              onClick={() => onMention(number)}
            />
          </li>
        ))}
      </ol>
      <span class="position" aria-live="polite">
        {at === null ? t('card.mentionCount', count) : t('note.position', [at, count])}
      </span>
    </section>
  );
}
