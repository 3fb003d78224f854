import type { CardKind, CardView } from '../context/schema';
import { Icon, KIND_ICONS } from './icon';
import { PACK_LANGUAGE, useStrings } from './strings';
import { KIND_WORDS } from './words';

type Related = CardView['related'][number];

/** What a card is tied to, drawn as a small tree: a branch for each kind, the cards on it as pills that open in place. */
export function Relations({ cards, onCard }: { cards: readonly Related[]; onCard(id: string): void }) {
  const { t } = useStrings();
  if (cards.length === 0) return null;
  return (
    <section class="relations">
      <h3>{t('related.relations')}</h3>
      <ul class="branches">
        {byKind(cards).map(([kind, members]) => (
          <li key={kind} class="branch">
            <span class="node">
              <Icon name={KIND_ICONS[kind]} />
            </span>
            <span class="branch-name">{t(KIND_WORDS[kind])}</span>
            <ul>
              {members.map(({ id, name }) => (
                <li key={id}>
                  <button type="button" class="pill" data-card={id} lang={PACK_LANGUAGE} onClick={() => onCard(id)}>
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In the pack's order, a kind where it first appears. */
function byKind(cards: readonly Related[]): [CardKind, Related[]][] {
  const kinds = new Map<CardKind, Related[]>();
  for (const card of cards) kinds.set(card.kind, [...(kinds.get(card.kind) ?? []), card]);
  return [...kinds];
}
