/** A note as readers get it: with its series, its sources and what has happened since, instead of their ids. */
import { sourcesOf } from './cards';
import type { Pack } from './pack';
import type { NoteInFull } from './schema';
import { stepsSince } from './since';

/** @param published the article's day, or null; `today` is the reader's */
export function inFull(
  pack: Pack,
  authored: Pack['notes'][number],
  published: string | null,
  today: string,
): NoteInFull {
  const { events, series, sources, signature: _, ...note } = authored;
  const charts = series.flatMap((id) => pack.series.get(id) ?? []);
  const cited = [...sources, ...charts.flatMap((chart) => chart.sources), ...events.map(({ source }) => source)];
  return {
    note,
    since: stepsSince(events, published, today),
    series: charts,
    sources: sourcesOf(pack, [...new Set(cited)]),
    stale: authored.reviewBy < today,
  };
}
