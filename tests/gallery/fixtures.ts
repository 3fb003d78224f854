/** Real content from the pack, in the shapes that views take; picked by what makes it awkward, not by name, where it can be. */
import Papa from 'papaparse';
import { parse } from 'yaml';
import type { Annotation, CardView, Series, Source } from '../../context/schema';
import { stepsSince } from '../../context/since';

interface AuthoredNote extends Omit<Annotation['note'], 'cards' | 'reviewBy'> {
  cards?: string[];
  events?: Annotation['since'];
  series?: string[];
  sources: string[];
  examples: string[];
}
interface AuthoredCard extends Omit<CardView, 'sources' | 'related' | 'timeline' | 'facts' | 'ambiguousWith'> {
  facts?: CardView['facts'];
  timeline?: CardView['timeline'];
  ambiguousWith?: string[];
  related?: string[];
  sources: string[];
}
type AuthoredSeries = Omit<Series, 'lines'>;

const files = import.meta.glob<string>('../../assets/pack/**/*.{yaml,csv}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const under = (part: string) =>
  Object.entries(files).flatMap(([path, text]) => (path.includes(`/pack/${part}`) ? [text] : []));
const [sourceFile = ''] = under('sources.yaml');
const [seriesFile = ''] = under('series/series.yaml');

const authoredNotes = under('notes/').flatMap((text): AuthoredNote[] => parse(text));
const authoredCards = new Map(
  under('cards/').map((text) => {
    const card: AuthoredCard = parse(text);
    return [card.id, card] as const;
  }),
);
const sources = new Map((parse(sourceFile) as Source[]).map((source) => [source.id, source]));
const series = new Map(
  (parse(seriesFile) as AuthoredSeries[]).map((one) => [one.id, { ...one, lines: linesOf(one.id) }]),
);

function linesOf(id: string): Series['lines'] {
  const [text = ''] = under(`series/${id}.csv`);
  const [[, ...names] = [], ...rows] = Papa.parse<string[]>(text.trim()).data;
  return names.map((name, column) => ({
    name: names.length === 1 ? '' : name,
    points: rows.flatMap(([label = '', ...cells]): [string, number][] =>
      cells[column] ? [[label, Number(cells[column])]] : [],
    ),
  }));
}

const known = <Item>(map: ReadonlyMap<string, Item>, ids: readonly string[] = []) =>
  ids.flatMap((id) => map.get(id) ?? []);

function cardOf(card: AuthoredCard): CardView {
  const also = [...(card.facts ?? []), ...(card.timeline ?? [])].map(({ source }) => source);
  return {
    ...card,
    facts: card.facts ?? [],
    timeline: card.timeline ?? [],
    ambiguousWith: card.ambiguousWith ?? [],
    related: known(authoredCards, card.related).map(({ id, name, kind }) => ({ id, name, kind })),
    sources: known(sources, [...new Set([...card.sources, ...also])]),
  };
}

/** The article that the gallery's notes are read beside, and the reader's day. */
export const PUBLISHED = '2023-08-18';
const TODAY = '2026-11-01';

function annotationOf(note: AuthoredNote, number: number): Annotation {
  const exact = /\[(.*?)\]/.exec(note.examples[0] ?? '')?.[1] ?? note.headline;
  const charts = known(series, note.series);
  const cited = [...note.sources, ...charts, ...(note.events ?? [])].flatMap((one) =>
    typeof one === 'string' ? one : 'sources' in one ? one.sources : one.source,
  );
  return {
    number,
    note: { ...note, cards: note.cards ?? [], reviewBy: '2027-01-01' },
    anchor: { sentence: 0, start: 0, end: exact.length, exact },
    score: 0.9,
    reasons: ['subject: US–China science', 'all of: agreement, expiry'],
    since: stepsSince(note.events ?? [], PUBLISHED, TODAY),
    series: charts,
    sources: known(sources, [...new Set(cited)]),
    stale: false,
  };
}

export const cards: Record<string, CardView> = Object.fromEntries(
  [...authoredCards.values()].map((card) => [card.id, cardOf(card)]),
);
export const annotations = authoredNotes.map((note, index) => annotationOf(note, index + 1));

/** The item for which `size` is largest. */
export function most<Item>(items: readonly Item[], size: (item: Item) => number): Item {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('The pack is empty');
  return rest.reduce((best, item) => (size(item) > size(best) ? item : best), first);
}

/** The first note that shows this series, with it alone. */
export function noteWithSeries(id: string): Annotation {
  const found = annotations.find((one) => one.series.some((each) => each.id === id));
  if (!found) throw new Error(`No note shows the series ${id}`);
  return { ...found, series: found.series.filter((each) => each.id === id) };
}
