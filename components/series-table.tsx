import type { Series } from '../context/schema';
import { labelsOf } from './chart-scales';
import { formatNumber } from './dates';
import { PACK_LANGUAGE, useStrings } from './strings';
import { AXIS_WORDS } from './words';

/** Every number of a series, on demand: what the picture rounds, leaves out or can't say to everybody. */
export function SeriesTable({ series }: { series: Series }) {
  const { t, language } = useStrings();
  return (
    <details class="table">
      <summary>{t('chart.table')}</summary>
      {/* biome-ignore-start lint/a11y: a wide table scrolls sideways, so the keyboard must reach it; a group, since landmarks are for the page */}
      <div class="table-scroll" role="group" tabIndex={0} aria-label={series.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(AXIS_WORDS[series.x])}</th>
              {series.lines.map(({ name }) => (
                <th key={name} scope="col" lang={PACK_LANGUAGE}>
                  {name || series.unit}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labelsOf(series.lines, series.x).map((label) => (
              <tr key={label}>
                <th scope="row" lang={PACK_LANGUAGE}>
                  {label}
                </th>
                {series.lines.map(({ name, points }) => {
                  const value = points.find(([at]) => at === label)?.[1];
                  return <td key={name}>{value === undefined ? <Unknown /> : formatNumber(value, language)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {/* biome-ignore-end lint/a11y: as above */}
    </details>
  );
}

function Unknown() {
  const { t } = useStrings();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="unseen">{t('chart.none')}</span>
    </>
  );
}
