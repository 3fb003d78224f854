/** How a series becomes pictures: which lines share one, as lines or as bars, and where a line has to break. */
import type { Series } from '../context/schema';

export type Line = Series['lines'][number];

/** One small picture: lines that share a unit and an order of magnitude. */
export interface Panel {
  kind: 'lines' | 'bars';
  unit: string;
  /** Every label of the panel, in order (years from old to new). */
  labels: string[];
  lines: Line[];
}

/** A value with its place on the time axis; `null` breaks the line. */
export type Spot = { label: string; year: number; value: number } | null;

/** Lines whose largest values differ by more than this would leave one of them flat on the ground. */
const COMPARABLE = 30;
/** Fewer moments than this are no trend, and are drawn as bars. */
const FEWEST_FOR_A_LINE = 3;

/** The place of a label on the time axis: `2021` → 2021, `2009/10` → 2009.5, `2016–2018` → 2017, anything else null. */
export function yearOf(label: string): number | null {
  const match = /^(\d{4})(?:\s*[–/-]\s*(\d{4}|\d{2}))?/.exec(label);
  if (!match?.[1]) return null;
  const first = Number(match[1]);
  if (!match[2]) return first;
  const last = Number(match[1].slice(0, 4 - match[2].length) + match[2]);
  return (first + (last < first ? last + 100 : last)) / 2;
}

/**
 * A straight scale from one interval to another. Written out, since d3-scale brings colours, dates and formats along.
 */
export function scale([low, high]: readonly [number, number], [from, to]: readonly [number, number]) {
  return (value: number): number => (high === low ? from : from + ((value - low) / (high - low)) * (to - from));
}

const largest = (line: Line) => Math.max(...line.points.map(([, value]) => Math.abs(value)));

function unitOf(series: Series, index: number): string {
  const units = series.unit.split(/;\s*/);
  const own = units[index];
  if (own && units.length === series.lines.length) return own;
  const percentage = /%|per cent/;
  return percentage.test(series.lines[index]?.name ?? '') && !percentage.test(series.unit) ? '%' : series.unit;
}

function comparable(a: Line, b: Line): boolean {
  const [small, large] = [largest(a), largest(b)].sort((x, y) => x - y);
  return small === undefined || large === undefined || large <= small * COMPARABLE;
}

/** The pictures of a series, in the order of its lines. Nothing is drawn on one scale that isn't counted in one unit. */
export function panelsOf(series: Series): Panel[] {
  const groups: { unit: string; lines: Line[] }[] = [];
  series.lines.forEach((line, index) => {
    const unit = unitOf(series, index);
    const group = groups.find(
      (other) => other.unit === unit && other.lines.every((member) => comparable(member, line)),
    );
    if (group) group.lines.push(line);
    else groups.push({ unit, lines: [line] });
  });
  return groups.map(({ unit, lines }) => {
    const labels = labelsOf(lines, series.x);
    const timed = series.x === 'year' && labels.every((label) => yearOf(label) !== null);
    return { kind: timed && labels.length >= FEWEST_FOR_A_LINE ? 'lines' : 'bars', unit, labels, lines };
  });
}

/** Every label that some line has, once; years sorted, everything else as the source gives it. */
export function labelsOf(lines: readonly Line[], x: Series['x']): string[] {
  const labels = [...new Set(lines.flatMap((line) => line.points.map(([label]) => label)))];
  return x === 'year' ? labels.sort((a, b) => (yearOf(a) ?? 0) - (yearOf(b) ?? 0)) : labels;
}

/**
 * The values of a line with a break wherever it has no value for a label of the panel, and wherever two neighbours lie
 * more than twice the panel's usual step apart: what nobody counted is not drawn.
 */
export function spotsOf(line: Line, labels: readonly string[]): Spot[] {
  const values = new Map(line.points);
  const limit = usualStep(labels) * 2;
  const spots: Spot[] = [];
  let before: number | null = null;
  for (const label of labels) {
    const value = values.get(label);
    const year = yearOf(label);
    if (year === null) continue;
    if (value === undefined) {
      spots.push(null);
      before = null;
      continue;
    }
    if (before !== null && year - before > limit) spots.push(null);
    spots.push({ label, year, value });
    before = year;
  }
  return spots;
}

function usualStep(labels: readonly string[]): number {
  const years = labels.map(yearOf).filter((year) => year !== null);
  const steps = years.slice(1).map((year, index) => year - (years[index] ?? year));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1;
}

/**
 * Moves positions (px) apart until each is `gap` from the next, keeping their order and staying inside `[0, limit]` as
 * far as there is room.
 */
export function spread(positions: readonly number[], gap: number, limit: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let floor = 0;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, floor);
    floor = (placed[index] ?? 0) + gap;
  }
  let ceiling = limit;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - gap;
  }
  return placed;
}

/** A name short enough for the margin of a chart: without what stands in brackets, and cut at `longest` characters. */
export function shortName(name: string, longest = 15): string {
  const bare = name.replace(/\s*\(.*\)\s*$/, '');
  return bare.length > longest ? `${bare.slice(0, longest - 1).trimEnd()}…` : bare;
}
