import { isRecord } from './records';

/** How settings of an older version become those of the next, with an example each. Never changed once published. */
interface Migration {
  to: number;
  run: (stored: unknown) => unknown;
  example: { before: unknown; after: unknown };
}

export const MIGRATIONS: Migration[] = [
  {
    // Sites were origins; as hosts, the encrypted and the plain form of a site and its `www.` share one switch.
    to: 2,
    run: (stored) => {
      if (!isRecord(stored) || !Array.isArray(stored.offSites)) return stored;
      return { ...stored, offSites: [...new Set(stored.offSites.map(toHost))] };
    },
    example: {
      before: { on: true, offSites: ['https://www.news.example', 'http://news.example', 'https://other.example:8080'] },
      after: { on: true, offSites: ['news.example', 'other.example:8080'] },
    },
  },
  {
    // Notes can stand in the margin.
    to: 3,
    run: (stored) => (isRecord(stored) ? { notes: 'automatic', ...stored } : stored),
    example: {
      before: { on: true, offSites: ['news.example'] },
      after: { notes: 'automatic', on: true, offSites: ['news.example'] },
    },
  },
];

export const VERSION = MIGRATIONS.at(-1)?.to ?? 1;

function toHost(origin: unknown): unknown {
  return typeof origin === 'string' ? origin.replace(/^https?:\/\/(?:www\.)?/, '') : origin;
}
