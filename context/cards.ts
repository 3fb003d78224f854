/** Cards as views show them: sources in full, related cards by name. */
import type { Pack } from './pack';
import type { Card, CardView, Source } from './schema';

const present = <Item>(item: Item | undefined): Item[] => (item === undefined ? [] : [item]);

/** Sources by id, in order; unknown ids are left out (the pack's check refuses them long before). */
export function sourcesOf(pack: Pack, ids: readonly string[]): Source[] {
  return ids.flatMap((id) => present(pack.sources.get(id)));
}

function viewOf(pack: Pack, card: Card): CardView {
  const { sources, related, ...rest } = card;
  const also = [...sources, ...card.facts.map(({ source }) => source), ...card.timeline.map(({ source }) => source)];
  return {
    ...rest,
    sources: sourcesOf(pack, [...new Set(also)]),
    related: related.flatMap((id) => present(pack.cards.get(id))).map(({ id, name, kind }) => ({ id, name, kind })),
  };
}

/** One card by id; null where the pack has none. */
export function cardView(pack: Pack, id: string): CardView | null {
  const card = pack.cards.get(id);
  return card ? viewOf(pack, card) : null;
}

/** The cards of these ids and those related to them, by id. */
export function cardsAround(pack: Pack, ids: Iterable<string>): Record<string, CardView> {
  const near = new Set<string>();
  for (const id of ids) {
    near.add(id);
    for (const other of pack.cards.get(id)?.related ?? []) near.add(other);
  }
  return Object.fromEntries(
    [...near].flatMap((id) => present(pack.cards.get(id)).map((card) => [id, viewOf(pack, card)])),
  );
}
