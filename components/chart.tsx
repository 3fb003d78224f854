import type { Series } from '../context/schema';
import { BarChart } from './bar-chart';
import { type Panel, panelsOf } from './chart-scales';
import { formatDate, formatValue } from './dates';
import { LineChart } from './line-chart';
import { SeriesTable } from './series-table';
import { PACK_LANGUAGE, type Strings, useStrings } from './strings';

/** A series as a figure: what is counted and in what, the picture, how it was counted, and the numbers on demand. */
export function Chart({ series, published }: { series: Series; published: string | null }) {
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
      <SeriesTable series={series} />
    </figure>
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
