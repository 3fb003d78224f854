import type { Series, Source } from '../context/schema';
import { BarChart } from './bar-chart';
import { type Panel, panelsOf } from './chart-scales';
import { formatDate, formatValue } from './dates';
import { LineChart } from './line-chart';
import { Reference } from './reference';
import { SeriesTable } from './series-table';
import { PACK_LANGUAGE, type Strings, useStrings } from './strings';

export interface ChartProps {
  series: Series;
  /** The article's day, `YYYY-MM-DD`, or null. */
  published: string | null;
  /** The sources as they are listed below; the series' own among them. */
  sources: readonly Source[];
}

/** A series as a figure: what is counted and in what, the picture, how it was counted, and the numbers on demand. */
export function Chart({ series, published, sources }: ChartProps) {
  const strings = useStrings();
  const { t, language } = strings;
  const panels = panelsOf(series);
  return (
    <figure class="chart">
      <figcaption lang={PACK_LANGUAGE}>
        <b class="series-title">{series.title}</b>
        {panels.length === 1 && <span class="unit">{panels[0]?.unit}</span>}
      </figcaption>
      {panels.map((panel) => (
        <div key={panel.lines[0]?.name ?? ''} class="panel">
          {panels.length > 1 && (
            <p class="unit" lang={PACK_LANGUAGE}>
              {panel.lines.length === 1 ? panel.lines[0]?.name : panel.unit}
            </p>
          )}
          {panel.kind === 'lines' ? (
            <LineChart panel={panel} published={published} label={inWords(panel, series.title, strings)} />
          ) : (
            <BarChart panel={panel} published={published} />
          )}
        </div>
      ))}
      <p class="caveat" lang={PACK_LANGUAGE}>
        {series.counting && <span>{t('chart.counting', [series.counting])} </span>}
        {series.caveat && <span>{series.caveat} </span>}
        <span lang={language}>{t('chart.asOf', [formatDate(series.asOf, language)])}</span>
      </p>
      <Origin ids={series.sources} sources={sources} />
      <SeriesTable series={series} />
    </figure>
  );
}

/** Who counted: the publishers, each once, with the numbers of their works in the list of sources. */
function Origin({ ids, sources }: { ids: readonly string[]; sources: readonly Source[] }) {
  const { t } = useStrings();
  const own = sources.filter(({ id }) => ids.includes(id));
  if (own.length === 0) return null;
  return (
    <p class="caveat">
      {t('chart.source')}{' '}
      {own.map(({ id, publisher }, index) => (
        <span key={id} lang={PACK_LANGUAGE}>
          {index > 0 && ', '}
          {publisher !== own[index - 1]?.publisher && publisher}
          <Reference to={id} sources={sources} />
        </span>
      ))}
    </p>
  );
}

/** The picture for those who hear it: each line from its first to its last value. */
function inWords(panel: Panel, title: string, { t, language }: Strings): string {
  const value = (number: number) => formatValue(number, panel.unit, language);
  const lines = panel.lines.map(({ name, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return '';
    return first === last
      ? t('chart.single', [name || panel.unit, value(first[1]), first[0]])
      : t('chart.span', [name || panel.unit, value(first[1]), first[0], value(last[1]), last[0]]);
  });
  return [title, ...lines].join('. ');
}
