/** The pack as it is written, in the shapes that views take. */
import Papa from 'papaparse';
import { parse } from 'yaml';
import type { Annotation, CardView, Series, Source } from '../../context/schema';
import { stepsSince } from '../../context/since';

/** What an article in the gallery got for an answer. */
export interface Content {
  annotations: Annotation[];
  cards: Record<string, CardView>;
}

/** The article that the gallery's notes are read beside, and the reader's day. */
export const PUBLISHED = '2023-08-18';
const TODAY = '2026-11-01';

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

const byId = <Item extends { id: string }>(items: readonly Item[]) => new Map(items.map((item) => [item.id, item]));

export function authoredContent(): Content {
  const [sourceFile = ''] = under('sources.yaml');
  const [seriesFile = ''] = under('series/series.yaml');
  const sources = byId(parse(sourceFile) as Source[]);
  const series = byId((parse(seriesFile) as AuthoredSeries[]).map((one) => ({ ...one, lines: linesOf(one.id) })));
  const authoredCards = byId(under('cards/').map((text): AuthoredCard => parse(text)));

  const cardOf = (card: AuthoredCard): CardView => {
    const also = [...(card.facts ?? []), ...(card.timeline ?? [])].map(({ source }) => source);
    return {
      ...card,
      facts: card.facts ?? [],
      timeline: card.timeline ?? [],
      ambiguousWith: card.ambiguousWith ?? [],
      related: known(authoredCards, card.related).map(({ id, name, kind }) => ({ id, name, kind })),
      sources: known(sources, [...new Set([...card.sources, ...also])]),
    };
  };

  const annotationOf = (note: AuthoredNote, index: number): Annotation => {
    const exact = /\[(.*?)\]/.exec(note.examples[0] ?? '')?.[1] ?? note.headline;
    const charts = known(series, note.series);
    const cited = [...note.sources, ...charts, ...(note.events ?? [])].flatMap((one) =>
      typeof one === 'string' ? one : 'sources' in one ? one.sources : one.source,
    );
    return {
      number: index + 1,
      note: { ...note, cards: note.cards ?? [], reviewBy: '2027-01-01' },
      anchor: { sentence: 0, start: 0, end: exact.length, exact },
      score: 0.9,
      reasons: ['agreement', 'expires'],
      since: stepsSince(note.events ?? [], PUBLISHED, TODAY),
      series: charts,
      sources: known(sources, [...new Set(cited)]),
      stale: false,
    };
  };

  return {
    annotations: under('notes/')
      .flatMap((text): AuthoredNote[] => parse(text))
      .map(annotationOf),
    cards: Object.fromEntries([...authoredCards.values()].map((card) => [card.id, cardOf(card)])),
  };
}
