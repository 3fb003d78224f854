/**
 * How well the main text and the day of publication are found: `npx tsx tools/extraction.ts [DIR]`.
 * DIR holds `extraction/` and `dates/` (default ../shared/benchmarks); pages with expected text are read from
 * `pages/` beside it. What is absent is said and skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readArticle } from '../page/article';

type Score = { name: string; precision: number; recall: number };

const directory = resolve(process.argv[2] ?? '../shared/benchmarks');
const pages = join(dirname(directory), 'pages');

mainText(join(directory, 'extraction'));
dates(join(directory, 'dates'));
expectedPages(pages);

function mainText(folder: string): void {
  const truth = readJson<Record<string, { url: string; articleBody: string }>>(join(folder, 'ground-truth.json'));
  if (!truth) return;
  const ours: Score[] = [];
  const theirs: Score[] = [];
  for (const [key, { url, articleBody }] of Object.entries(truth)) {
    const html = gunzip(join(folder, 'html', `${key}.html.gz`));
    const expected = shingles(articleBody, 4);
    ours.push(compare(`${key.slice(0, 8)} ${url}`, expected, shingles(oursOf(html), 4)));
    theirs.push(compare(url, expected, shingles(readabilityOf(html), 4)));
  }
  console.log(`\nMain text, ${ours.length} pages (4-token shingles)`);
  console.table({ ours: average(ours), 'Readability.js': average(theirs) });
  console.log('Worst pages');
  console.table(worst(ours, 12));
}

function dates(folder: string): void {
  const truth = readJson<Record<string, { file: string; date: string }>>(join(folder, 'ground-truth.json'));
  if (!truth) return;
  const wrong: { url: string; expected: string; found: string }[] = [];
  let right = 0;
  const all = Object.entries(truth);
  for (const [url, { file, date }] of all) {
    const found = readArticle(documentOf(gunzip(join(folder, 'html', `${file}.gz`)), url)).published;
    if (found === date) right += 1;
    else if (found) wrong.push({ url: url.slice(0, 90), expected: date, found });
  }
  // The benchmark's recall: of the pages that got no wrong day, those that got one.
  const recall = right / (all.length - wrong.length);
  console.log(`\nDates, ${all.length} pages: ${right} right, ${wrong.length} wrong`);
  console.table({ ours: { precision: round(right / (right + wrong.length)), recall: round(recall) } });
  console.table(wrong);
}

function expectedPages(folder: string): void {
  if (!existsSync(folder)) {
    console.log(`No pages at ${folder}: skipped.`);
    return;
  }
  const ours: Score[] = [];
  const theirs: Score[] = [];
  const times: [number, number][] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(folder, file), 'utf8');
    const expected = shingles(readFileSync(join(folder, file.replace('.html', '.expected.txt')), 'utf8'), 1);
    const [document, copy] = [documentOf(html), documentOf(html)];
    const start = performance.now();
    const text = joined(readArticle(document));
    const middle = performance.now();
    const other = new Readability(copy).parse()?.textContent ?? '';
    times.push([middle - start, performance.now() - middle]);
    ours.push(compare(file, expected, shingles(text, 1)));
    theirs.push(compare(file, expected, shingles(other, 1)));
  }
  console.log(`\nPages, ${ours.length} (tokens; Readability is graded on its own answers)`);
  console.table({
    ours: { ...average(ours), ...timing(times.map(([own]) => own)) },
    'Readability.js': { ...average(theirs), ...timing(times.map(([, other]) => other)) },
  });
  console.table(worst(ours, 12));
}

function oursOf(html: string): string {
  return joined(readArticle(documentOf(html)));
}

function joined(article: ReturnType<typeof readArticle>): string {
  return article.blocks.map((block) => block.text).join('\n');
}

function readabilityOf(html: string): string {
  return new Readability(documentOf(html)).parse()?.textContent ?? '';
}

/** A document as linkedom parses it, at an address where one is known. */
function documentOf(html: string, url?: string): Document {
  const { document } = parseHTML(html);
  if (url) Object.defineProperty(document, 'URL', { value: url });
  return document;
}

/** A bag of the text's runs of so many tokens; the whole text where it is shorter. */
function shingles(text: string, size: number): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const bag = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - size + 1) && tokens.length > 0; at += 1) {
    const key = tokens.slice(at, at + size).join(' ');
    bag.set(key, (bag.get(key) ?? 0) + 1);
  }
  return bag;
}

function compare(name: string, expected: Map<string, number>, found: Map<string, number>): Score {
  let shared = 0;
  for (const [key, count] of found) shared += Math.min(count, expected.get(key) ?? 0);
  const share = (bag: Map<string, number>) => {
    const size = [...bag.values()].reduce((sum, count) => sum + count, 0);
    return size === 0 ? Number(shared === 0 && expected.size === 0) : shared / size;
  };
  return { name, precision: share(found), recall: share(expected) };
}

function f1({ precision, recall }: { precision: number; recall: number }): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function average(scores: readonly Score[]) {
  const mean = (pick: (score: Score) => number) => scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  const precision = mean((score) => score.precision);
  const recall = mean((score) => score.recall);
  return { precision: round(precision), recall: round(recall), F1: round(f1({ precision, recall })) };
}

function worst(scores: readonly Score[], count: number) {
  return [...scores]
    .sort((a, b) => f1(a) - f1(b))
    .slice(0, count)
    .map(({ name, precision, recall }) => ({
      page: name.slice(0, 90),
      precision: round(precision),
      recall: round(recall),
    }));
}

function timing(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { 'median ms': at(0.5), '95th ms': at(0.95) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function gunzip(path: string): string {
  return gunzipSync(readFileSync(path)).toString('utf8');
}

function readJson<T>(path: string): T | null {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  console.log(`No benchmark at ${path}: skipped.`);
  return null;
}
