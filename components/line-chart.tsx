import { nice } from 'd3-array';
import { type Panel, type Spot, scale, shortName, spotsOf, spread } from './chart-scales';
import { formatNumber, formatValue } from './dates';
import { useStrings } from './strings';

/** Units of the picture; in a 360 px popover one is one pixel. */
const WIDTH = 326;
const TOP = 18;
const BOTTOM = 18;
const LEFT = 34;
const PLOT = 104;
/** Two lines of label, name and value. */
const LABEL = 26;
/** Width of one character at the labels' size, on the wide side: fonts differ, and a label must not be cut. */
const CHARACTER = 6.7;
/** An article this many years outside the figures is still marked beside them. */
const NEAR = 3;

interface Drawn {
  name: string;
  spots: Spot[];
  last: NonNullable<Spot>;
  first: NonNullable<Spot>;
}

/** Lines over years: breaks where nothing was counted, ends labelled, the article's year marked. */
export function LineChart({ panel, published, label }: { panel: Panel; published: string | null; label: string }) {
  const { t, language } = useStrings();
  const lines = drawnLines(panel);
  const many = lines.length > 1;
  const values = lines.flatMap(({ spots }) => spots.flatMap((spot) => (spot ? [spot.value] : [])));
  const years = lines.flatMap(({ first, last }) => [first.year, last.year]);
  const start = Math.min(...years);
  const end = Math.max(...years);
  const now = published ? Number(published.slice(0, 4)) : null;
  const marked = now !== null && now >= start - NEAR && now <= end + NEAR ? now : null;

  const plot = Math.max(PLOT, many ? lines.length * LABEL : 0);
  const right =
    12 +
    CHARACTER * Math.max(...lines.flatMap((one) => endWords(one, panel, many, language).map((word) => word.length)));
  const x = scale([Math.min(start, marked ?? start), Math.max(end, marked ?? end)], [LEFT + 4, WIDTH - right]);
  const ground = nice(Math.min(0, ...values), Math.max(0, ...values), 3);
  const y = scale(ground, [TOP + plot, TOP]);
  const labels = spread(
    lines.map(({ last }) => y(last.value) - TOP),
    LABEL,
    many ? plot - LABEL / 2 : plot,
  );
  const edge = WIDTH - right;

  return (
    <svg class="lines" viewBox={`0 0 ${WIDTH} ${TOP + plot + BOTTOM}`} role="img" aria-label={label}>
      {ticksOf(ground).map((tick) => (
        <g key={tick} class="grid">
          <line x1={LEFT} x2={WIDTH - right + 4} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 3.5} text-anchor="end">
            {formatNumber(tick, language, true)}
          </text>
        </g>
      ))}
      {marked !== null && (
        <g class="mark">
          <line x1={x(marked)} x2={x(marked)} y1={TOP - 4} y2={TOP + plot} />
          <text x={x(marked)} y={TOP - 8} text-anchor={x(marked) > WIDTH * 0.55 ? 'end' : 'middle'}>
            {t('chart.article')}, {marked}
          </text>
        </g>
      )}
      {lines.map(({ name, spots, first, last }, index) => (
        <g key={name} class="series" data-line={index}>
          {!many && <path class="area" d={areaPath(spots, x, y)} />}
          <path class="line" d={linePath(spots, x, y)} />
          {spots.map(
            (spot) => spot && <circle key={spot.label} cx={x(spot.year)} cy={y(spot.value)} r={dot(spot, last)} />,
          )}
          {!many && (
            <text class="value" x={x(first.year)} y={y(first.value) - 8}>
              {formatValue(first.value, panel.unit, language)}
            </text>
          )}
          {many && x(last.year) < edge && (
            <line class="leader" x1={x(last.year) + 5} x2={edge} y1={y(last.value)} y2={y(last.value)} />
          )}
          <text class="end" x={edge + 8} y={TOP + (labels[index] ?? 0) + (many ? -1 : 4)}>
            {many && <tspan>{shortName(name)}</tspan>}
            <tspan class="value" x={edge + 8} dy={many ? 11.5 : 0}>
              {formatValue(last.value, panel.unit, language)}
            </tspan>
          </text>
        </g>
      ))}
      <g class="axis">
        <text x={x(start) - 3} y={TOP + plot + 14}>
          {panel.labels[0]}
        </text>
        <text x={x(end)} y={TOP + plot + 14} text-anchor="middle">
          {panel.labels.at(-1)}
        </text>
      </g>
    </svg>
  );
}

type Scale = (value: number) => number;

/** The stretches between a line's breaks, as points of the picture. */
function stretches(spots: readonly Spot[], x: Scale, y: Scale): string[][] {
  const found: string[][] = [[]];
  for (const spot of spots) {
    if (spot) found.at(-1)?.push(`${x(spot.year).toFixed(1)},${y(spot.value).toFixed(1)}`);
    else found.push([]);
  }
  return found.filter((points) => points.length > 0);
}

const linePath = (spots: readonly Spot[], x: Scale, y: Scale): string =>
  stretches(spots, x, y)
    .map((points) => `M${points.join('L')}`)
    .join('');

/** Each stretch closed along the line of zero. */
const areaPath = (spots: readonly Spot[], x: Scale, y: Scale): string =>
  stretches(spots, x, y)
    .map((points) => {
      const [left, right] = [points[0], points.at(-1)].map((point) => point?.split(',')[0]);
      return `M${left},${y(0)}L${points.join('L')}L${right},${y(0)}Z`;
    })
    .join('');

const dot = (spot: NonNullable<Spot>, last: NonNullable<Spot>) => (spot === last ? 3.2 : 2);

function drawnLines(panel: Panel): Drawn[] {
  return panel.lines.flatMap((member) => {
    const spots = spotsOf(member, panel.labels);
    const counted = spots.filter((spot) => spot !== null);
    const [first, last] = [counted[0], counted.at(-1)];
    return first && last ? [{ name: member.name, spots, first, last }] : [];
  });
}

/** Both ends of the scale, and zero or the middle between them. */
function ticksOf([low, high]: [number, number]): number[] {
  return [low, low < 0 && high > 0 ? 0 : (low + high) / 2, high];
}

/** What stands at the end of a line: its value, under its name where there are several. */
function endWords({ name, last }: Drawn, { unit }: Panel, many: boolean, language: string): string[] {
  const value = formatValue(last.value, unit, language);
  return many ? [shortName(name), value] : [value];
}
