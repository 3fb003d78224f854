/** Ids are unique, and everything referred to exists. */
import type { AuthoredPack, Entry, Problem } from '../read';
import { problem, type Rule } from './rule';

type Identified = Entry<{ id: string }>;

function twice(entries: readonly Identified[], what: string): Problem[] {
  const first = new Map<string, Identified>();
  return entries.flatMap((entry) => {
    const other = first.get(entry.value.id);
    if (!other) first.set(entry.value.id, entry);
    const where = other && `${other.file}:${other.line()}`;
    return other ? [problem(entry, ['id'], `a ${what} with this id stands in ${where} already; rename one`)] : [];
  });
}

export const uniqueIds: Rule = ({ notes, cards, series, sources }) => [
  ...twice(notes, 'note'),
  ...twice(cards, 'card'),
  ...twice(series, 'series'),
  ...twice(sources, 'source'),
];

const MEND = {
  source: 'add it to sources.yaml or mend the id',
  card: 'write cards/ID.yaml (npm run pack:new card ID) or mend the id',
  series: 'add it to series/series.yaml with a CSV beside it, or mend the id',
} as const;

type Kind = keyof typeof MEND;

function idsOf(pack: AuthoredPack): Record<Kind, ReadonlySet<string>> {
  const set = (entries: readonly Identified[]) => new Set(entries.map(({ value }) => value.id));
  return { source: set(pack.sources), card: set(pack.cards), series: set(pack.series) };
}

interface Reference {
  kind: Kind;
  id: string;
  path: PropertyKey[];
}

const list = (kind: Kind, ids: readonly string[] | undefined, key: string): Reference[] =>
  (ids ?? []).map((id, index) => ({ kind, id, path: [key, index] }));

const cited = (items: readonly { source: string }[] | undefined, key: string): Reference[] =>
  (items ?? []).map(({ source }, index) => ({ kind: 'source', id: source, path: [key, index, 'source'] }));

function unresolved(entry: Entry<unknown>, references: Reference[], known: ReturnType<typeof idsOf>): Problem[] {
  return references
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(({ kind, id, path }) => problem(entry, path, `there is no ${kind} “${id}”; ${MEND[kind]}`));
}

export const referencesResolve: Rule = (pack) => {
  const known = idsOf(pack);
  return [
    ...pack.notes.flatMap((entry) => {
      const { sources, cards, series, events } = entry.value;
      const references = [...list('source', sources, 'sources'), ...list('card', cards, 'cards')];
      return unresolved(entry, [...references, ...list('series', series, 'series'), ...cited(events, 'events')], known);
    }),
    ...pack.cards.flatMap((entry) => {
      const { sources, related, facts, timeline } = entry.value;
      const references = [...list('source', sources, 'sources'), ...list('card', related, 'related')];
      return unresolved(entry, [...references, ...cited(facts, 'facts'), ...cited(timeline, 'timeline')], known);
    }),
    ...pack.series.flatMap((entry) => unresolved(entry, list('source', entry.value.sources, 'sources'), known)),
  ];
};
