import { type Panel, scale, yearOf } from './chart-scales';
import { formatValue } from './dates';
import { PACK_LANGUAGE, useStrings } from './strings';

/** One row for each label; text is text, so it wraps, zooms and is read as it stands. Bars grow from a common zero. */
export function BarChart({ panel, published }: { panel: Panel; published: string | null }) {
  const { t } = useStrings();
  const year = published ? Number(published.slice(0, 4)) : null;
  return (
    <ul class="bars" data-grouped={panel.lines.length > 1}>
      {panel.labels.map((label) => (
        <li key={label}>
          <span class="label" lang={PACK_LANGUAGE}>
            {label}
            {year !== null && yearOf(label) === year && <small> · {t('chart.article')}</small>}
          </span>
          {panel.lines.map((line, index) => (
            <Bar key={line.name} panel={panel} label={label} line={index} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Bar({ panel, label, line }: { panel: Panel; label: string; line: number }) {
  const { language } = useStrings();
  const { name = '', points = [] } = panel.lines[line] ?? {};
  const value = points.find(([at]) => at === label)?.[1];
  if (value === undefined) return null;
  const values = panel.lines.flatMap((other) => other.points.map(([, each]) => each));
  const share = scale([Math.min(0, ...values), Math.max(0, ...values)], [0, 100]);
  // Among losses a gain carries its sign.
  const sign = value > 0 && values.some((each) => each < 0) ? '+' : '';
  const [from, to] = [Math.min(share(0), share(value)), Math.max(share(0), share(value))];
  return (
    <span class="bar-row" data-line={line}>
      {panel.lines.length > 1 && (
        <span class="name" lang={PACK_LANGUAGE}>
          {name}
        </span>
      )}
      <svg width="100%" height="8" aria-hidden="true">
        <rect class="track" width="100%" height="8" rx="2" />
        <rect class="bar" x={`${from}%`} width={`${to - from}%`} height="8" rx="2" />
      </svg>
      <b class="amount">
        {sign}
        {formatValue(value, panel.unit, language)}
      </b>
    </span>
  );
}
