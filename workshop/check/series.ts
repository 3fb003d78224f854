/** Series: a table for each, numbers that are numbers, years in order, and agreement with the notes that use them. */
import type { AuthoredPack, Entry, Problem, Table } from '../read';
import { problem, type Rule } from './rule';

function tableFaults(table: Entry<Table>, axis: string): Problem[] {
  const { columns, rows } = table.value;
  const faults =
    columns[0] === axis ? [] : [problem(table, [], `the first column is “${columns[0]}”; call it “${axis}”`)];
  rows.forEach((row, index) => {
    const wrong = row.slice(1).find((cell) => cell.trim() !== '' && !Number.isFinite(Number(cell)));
    if (wrong !== undefined)
      faults.push(
        problem(table, [index], `“${wrong}” is not a number; write digits only, and leave unknown cells empty`),
      );
    const before = rows[index - 1]?.[0] ?? '';
    if (axis === 'year' && before >= (row[0] ?? ''))
      faults.push(problem(table, [index], `${row[0]} stands after ${before}; put years in order, each once`));
  });
  return faults;
}

export const tablesHold: Rule = ({ series, tables }) => {
  const described = new Set(series.map(({ value }) => value.id));
  const missing = series.flatMap((entry) => {
    const table = tables.get(entry.value.id);
    return table
      ? tableFaults(table, entry.value.x)
      : [problem(entry, ['id'], `there is no table; add series/${entry.value.id}.csv`)];
  });
  const stray = [...tables].flatMap(([id, table]) =>
    described.has(id)
      ? []
      : [problem(table, [], `no series “${id}” in series/series.yaml; describe it there or delete the file`)],
  );
  return [...missing, ...stray];
};

/** Numbers as written, with what one step of their rounding is: 1.5 → 0.1, 426,000 → 1,000. Years and days are left out. */
function numbersIn(text: string): { written: string; value: number; unit: number }[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].flatMap(([written]) => {
    const value = Number(written.replaceAll(',', ''));
    const digits = written.replace(/[,.]/g, '').replace(/^0+/, '').length;
    if (digits < 3 || /^(?:1[5-9]|20)\d\d$/.test(written)) return [];
    const decimals = written.split('.')[1]?.length ?? 0;
    const zeros = decimals > 0 ? 0 : (/0*$/.exec(written.replaceAll(',', ''))?.[0].length ?? 0);
    return [{ written, value, unit: 10 ** (zeros - decimals) }];
  });
}

/** Two numbers so near that one is likely a slip for the other. */
const SLIP = 0.02;

function slips(entry: AuthoredPack['notes'][number], id: string, values: readonly number[]): Problem[] {
  const { body, keyFigure } = entry.value;
  const texts = [
    { path: ['body'], text: body },
    { path: ['keyFigure', 'value'], text: keyFigure?.value ?? '' },
  ];
  return texts.flatMap(({ path, text }) =>
    numbersIn(text).flatMap(({ written, value, unit }) => {
      if (values.some((other) => Math.abs(other - value) <= unit / 2)) return [];
      const near = values.find((other) => Math.abs(other - value) <= SLIP * Math.abs(other));
      return near === undefined
        ? []
        : [problem(entry, path, `${written} here, ${near} in series ${id}; make them agree`)];
    }),
  );
}

export const numbersAgree: Rule = ({ notes, tables }) =>
  notes.flatMap((entry) =>
    (entry.value.series ?? []).flatMap((id) => {
      const cells = tables.get(id)?.value.rows.flatMap((row) => row.slice(1)) ?? [];
      return slips(entry, id, cells.filter((cell) => cell.trim() !== '').map(Number));
    }),
  );
