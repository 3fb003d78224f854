/** What a check is: the pack in, problems out. Each names the file, the line, and the mend. */
import type { AuthoredPack, Entry, Problem } from '../read';

export type Rule = (pack: AuthoredPack) => Problem[];

export function problem(entry: Entry<unknown>, path: readonly PropertyKey[], message: string): Problem {
  const { value } = entry;
  const id = typeof value === 'object' && value !== null && 'id' in value ? `${String(value.id)}: ` : '';
  return { file: entry.file, line: entry.line(path), message: id + message };
}

/** A piece of text that a reader sees, and where it stands. */
export interface Prose {
  entry: Entry<unknown>;
  path: readonly PropertyKey[];
  text: string;
}

type Item = Record<string, unknown>;

/** Keys whose values are prose, wherever they stand; ids, dates, names and examples are not. */
const PROSE = new Set(['headline', 'body', 'label', 'value', 'text', 'summary', 'caveat', 'counting', 'title', 'unit']);

function walk(entry: Entry<unknown>, at: unknown, path: readonly PropertyKey[]): Prose[] {
  if (Array.isArray(at)) return at.flatMap((item, index) => walk(entry, item, [...path, index]));
  if (typeof at !== 'object' || at === null) return [];
  return Object.entries(at as Item).flatMap(([key, value]) =>
    typeof value === 'string' && PROSE.has(key)
      ? [{ entry, path: [...path, key], text: value }]
      : walk(entry, value, [...path, key]),
  );
}

/** All prose of notes, cards and series; sources keep their publishers' own titles. */
export function proseOf(pack: AuthoredPack): Prose[] {
  return [...pack.notes, ...pack.cards, ...pack.series].flatMap((entry) => walk(entry, entry.value, []));
}
