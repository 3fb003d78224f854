/** Dates exist in the calendar, steps stand in order, and a note knows of nothing later than its own asOf. */
import { lastDayOf } from '../../context/since';
import type { Entry, Problem } from '../read';
import { problem, type Rule } from './rule';

/** Whether a date as far as it is known is in the calendar, from 1500 on. */
export function isPossible(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const built = new Date(Date.UTC(year, month - 1, day));
  return year >= 1500 && year < 2100 && built.getUTCMonth() === month - 1 && built.getUTCDate() === day;
}

interface Dated {
  date: string;
}

function impossible(entry: Entry<unknown>, path: readonly PropertyKey[], date: string): Problem[] {
  return isPossible(date)
    ? []
    : [problem(entry, path, `${date} is not in the calendar; write the day as its source gives it`)];
}

function steps(entry: Entry<unknown>, key: string, items: readonly Dated[] = []): Problem[] {
  return items.flatMap(({ date }, index) => {
    const before = items[index - 1]?.date ?? '';
    const late = lastDayOf(before || '1500') > lastDayOf(date) && before > date;
    const disorder = late
      ? [problem(entry, [key, index, 'date'], `${date} stands after ${before}; put the older step first`)]
      : [];
    return [...impossible(entry, [key, index, 'date'], date), ...disorder];
  });
}

export const datesHold: Rule = (pack) => [
  ...pack.notes.flatMap((entry) => {
    const { asOf, events = [] } = entry.value;
    const newer = events.flatMap(({ date }, index) =>
      date > lastDayOf(asOf)
        ? [
            problem(
              entry,
              ['events', index, 'date'],
              `this step (${date}) is later than asOf (${asOf}); check the note again and raise asOf`,
            ),
          ]
        : [],
    );
    return [...impossible(entry, ['asOf'], asOf), ...steps(entry, 'events', events), ...newer];
  }),
  ...pack.cards.flatMap((entry) => [
    ...impossible(entry, ['asOf'], entry.value.asOf),
    ...steps(entry, 'timeline', entry.value.timeline),
  ]),
  ...pack.series.flatMap((entry) => impossible(entry, ['asOf'], entry.value.asOf)),
  ...pack.sources.flatMap((entry) => impossible(entry, ['date'], entry.value.date)),
];
