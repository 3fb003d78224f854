/**
 * `npm run annotate -- FILE... [--json] [--with-text] [--lines] [--today YYYY-MM-DD]`: what Sidelight finds in saved
 * pages and texts, by the same code as in the browser.
 */
import { parseArgs } from 'node:util';
import { annotate } from '../context/annotate';
import { judgeLone } from '../context/lone';
import { openPack, type Pack } from '../context/pack';
import { compiledPack } from '../workshop/cache';
import { readFile, readText, UnreadableFile } from './annotate/file';
import { toJson, toText } from './annotate/report';

const USAGE = 'usage: npm run annotate -- FILE... [--json] [--with-text] [--lines] [--today YYYY-MM-DD]';

/** One line judged as a lone sentence; after a tab, ids of cards that were mentioned before. */
function judgeLine(pack: Pack, line: string, number: number) {
  const [text = '', ids = ''] = line.split('\t');
  const before = ids
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  const { notes, cards } = judgeLone(pack, text, before);
  const named = notes.map(({ note, exact, probability }) => ({
    ...{ id: pack.notes[note]?.id ?? '', exact },
    score: Math.round(probability * 1000) / 1000,
  }));
  return { line: number, notes: named, cards };
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'with-text': { type: 'boolean', default: false },
        lines: { type: 'boolean', default: false },
        today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      },
    });
    if (positionals.length === 0 || !/^\d{4}-\d\d-\d\d$/.test(values.today)) throw new Error(USAGE);
    return { ...values, files: positionals };
  } catch (error) {
    throw new UnreadableFile(error instanceof Error ? `${error.message.split('\n')[0]}` : USAGE);
  }
}

function main(): void {
  const { files, json, lines, today, 'with-text': withText } = options();
  const pack = openPack(compiledPack());
  for (const file of files) {
    if (lines) {
      const rows = readText(file).replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
      for (const [index, row] of rows.entries()) console.log(JSON.stringify(judgeLine(pack, row, index + 1)));
      continue;
    }
    const found = readFile(file);
    const report = toJson(found, annotate(pack, found.article, today), withText);
    if (json) console.log(JSON.stringify(files.length > 1 ? { file, ...report } : report));
    else console.log(`${files.length > 1 ? `# ${file}\n` : ''}${toText(report)}${files.length > 1 ? '\n' : ''}`);
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
