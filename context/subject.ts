/**
 * Is this article about science ties between the US and China? It is when both countries and science run through it,
 * and China and science meet in the same sentences. Counting sentences rather than words keeps one dense paragraph, or a
 * list of place names, from deciding.
 */
import type { Reading } from './reading';
import type { Subject } from './schema';

/** Concepts that speak of science as work, people or output. */
const SCIENCE: ReadonlySet<string> = new Set(
  'research scientist doctorate postdoc paper co-author most-cited basic-research rd-spending science-agreement china-initiative talent-programme university nih nsf'.split(
    ' ',
  ),
);

/** Shares of sentences at which each sign counts in full, and the weight of each; the sum is the score. */
const SIGNS = [
  { name: 'China', full: 0.25, weight: 0.25 },
  { name: 'the United States', full: 0.2, weight: 0.2 },
  { name: 'science', full: 0.35, weight: 0.25 },
  { name: 'China and science together', full: 0.15, weight: 0.3 },
] as const;

const THRESHOLD = 0.62;
/** Fewer sentences than this in which China and science meet say nothing, however short the article. */
const LEAST_TOGETHER = 2;

const has = (reading: Reading, set: ReadonlySet<string>): boolean => [...reading.concepts].some((id) => set.has(id));

/** @param readings the title's and the sentences', in order */
export function judgeSubject(readings: readonly Reading[]): Subject {
  const china = readings.filter(({ concepts }) => concepts.has('china'));
  const usa = readings.filter(({ concepts }) => concepts.has('usa'));
  const science = readings.filter((reading) => has(reading, SCIENCE));
  const together = china.filter((reading) => has(reading, SCIENCE));
  const total = Math.max(readings.length, 1);
  const counts = [china, usa, science, together].map(({ length }) => length);
  const parts = SIGNS.map(({ full, weight }, at) => weight * Math.min(1, (counts[at] ?? 0) / total / full));
  const score = parts.reduce((sum, part) => sum + part, 0);
  const matched = score >= THRESHOLD && together.length >= LEAST_TOGETHER && usa.length > 0;
  const reasons = SIGNS.map(({ name }, at) => `${name}: ${counts[at]} of ${readings.length} sentences`);
  return { matched, score: Math.round(score * 1000) / 1000, reasons };
}
