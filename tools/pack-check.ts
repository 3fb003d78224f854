/** `npm run pack:check [-- --json] [-- NOTE…]`: is the pack true to its rules, and does the matcher find its examples? */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compiledPack } from '../workshop/cache';
import { checkPack } from '../workshop/check/all';
import { type Matching, runExamples } from '../workshop/check/matching';
import { readPack } from '../workshop/read';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, pack: { type: 'string' } },
});
const dir = values.pack ?? join(import.meta.dirname, '../assets/pack');
const authored = readPack(dir);
const problems = checkPack(authored);
// A pack whose entries can't be read has no examples to run; its problems come first.
const matching: Matching | null = authored.problems.length > 0 ? null : runExamples(authored, compiledPack(dir));

const counts = {
  notes: authored.notes.length,
  cards: authored.cards.length,
  series: authored.series.length,
  sources: authored.sources.length,
};
const round = (value: number): number => Math.round(value * 1000) / 1000;

if (values.json) {
  const scores = { recall: matching && round(matching.recall), precision: matching && round(matching.precision) };
  console.log(JSON.stringify({ ...counts, problems, ...scores }));
} else {
  for (const { file, line, message } of problems) console.log(`assets/pack/${file}:${line}  ${message}`);
  const shown = matching?.misses.filter(({ note }) => positionals.length === 0 || positionals.includes(note)) ?? [];
  for (const { kind, note, file, line, text, got } of shown) {
    const how = kind === 'taken' ? 'wrongly taken by' : `missed${got.length > 0 ? ` (got ${got.join(', ')})` : ''}:`;
    console.log(`${file}:${line}  ${how} ${note}: ${text}`);
  }
  console.log(
    `${counts.notes} notes, ${counts.cards} cards, ${counts.series} series, ${counts.sources} sources; ${problems.length} problems`,
  );
  if (matching) console.log(`examples: recall ${round(matching.recall)}, precision ${round(matching.precision)}`);
}
process.exitCode = problems.length > 0 ? 1 : 0;
