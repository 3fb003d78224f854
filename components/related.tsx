import type { CardView } from '../context/schema';
import { Icon, KIND_ICONS } from './icon';
import { PACK_LANGUAGE, useStrings } from './strings';

export type RelatedCard = CardView['related'][number];

/** Cards that the note or card touches, as pills that open them in place. */
export function Related({ cards, onCard }: { cards: readonly RelatedCard[]; onCard(id: string): void }) {
  const { t } = useStrings();
  if (cards.length === 0) return null;
  return (
    <section class="related">
      <h3 class="unseen">{t('related.heading')}</h3>
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
