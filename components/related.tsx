import type { CardView } from '../context/schema';
import { Icon, KIND_ICONS } from './icon';
import { PACK_LANGUAGE, useStrings } from './strings';

export type RelatedCard = CardView['related'][number];

interface RelatedProps {
  cards: readonly RelatedCard[];
  /** Seen above the pills; without it the heading is for screen readers alone. */
  title?: string;
  onCard(id: string): void;
}

/** Cards that a note or an article touches, as pills that open them in place. */
export function Related({ cards, title, onCard }: RelatedProps) {
  const { t } = useStrings();
  if (cards.length === 0) return null;
  return (
    <section class="related">
      <h3 class={title ? undefined : 'unseen'}>{title ?? t('related.heading')}</h3>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            <button type="button" class="pill" data-card={card.id} lang={PACK_LANGUAGE} onClick={() => onCard(card.id)}>
              <Icon name={KIND_ICONS[card.kind]} />
              {card.name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
