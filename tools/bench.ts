/**
 * `npm run bench`: how long the background takes, in Chromium: to open the pack, and to annotate an article of 1,500 words
 * with the pack as it is and with packs ten, a hundred and a thousand times as large.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Article } from '../context/schema';
import { readMarkedArticles } from '../workshop/articles';
import { compiledPack } from '../workshop/cache';
import type { timeAnnotating, timeOpening } from '../workshop/evaluate/speed';
import { launchPlain } from './browsers';

declare global {
  var sidelightSpeed: { timeOpening: typeof timeOpening; timeAnnotating: typeof timeAnnotating };
}

const ROOT = join(import.meta.dirname, '..');
const WORDS = 1500;
/** Fresh pages in which the pack is opened. */
const OPENINGS = 7;
const ROUNDS: Record<number, number> = { 1: 60, 10: 60, 100: 40, 1000: 15 };

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(ROOT, 'workshop/evaluate/speed.ts'), formats: ['iife'], name: 'speed' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('nothing was built');
  return chunk.code;
}

/** The corpus's articles, one after the other, up to so many words. */
function longArticle(): Article {
  const articles = readMarkedArticles(join(ROOT, 'tests/corpus/on')).map(({ article }) => article);
  const [first] = articles;
  if (!first) throw new Error('the corpus is empty');
  const sentences: Article['sentences'] = [];
  let words = 0;
  for (const sentence of articles.filter(({ language }) => language === 'en').flatMap((each) => each.sentences)) {
    if (words >= WORDS) break;
    words += sentence.text.split(/\s+/).length;
    sentences.push(sentence);
  }
  return { ...first, sentences };
}

async function heap(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; backingStorageSize?: number } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

const code = await script();
const json = JSON.stringify(compiledPack());
const article = longArticle();
const { browser, close } = await launchPlain('chromium', {});
try {
  const fresh = async () => {
    const page = await browser.newPage();
    await page.evaluate(code);
    return page;
  };
  const openings: number[] = [];
  for (let at = 0; at < OPENINGS; at++) {
    const page = await fresh();
    openings.push(await page.evaluate((text) => sidelightSpeed.timeOpening(text), json));
    await page.close();
  }
  console.log(`opening the pack on a fresh page, each time: ${openings.map(ms).join(', ')}`);
  let base = 0;
  for (const [times, rounds] of Object.entries(ROUNDS).map(([key, value]) => [Number(key), value] as const)) {
    const page = await fresh();
    const before = await heap(page);
    const result = await page.evaluate(
      (text, each, factor, count) => sidelightSpeed.timeAnnotating(text, each, factor, count),
      ...([json, article, times, rounds] as const),
    );
    base ||= result.median;
    const grown = `${(result.median / base).toFixed(2)} times the cost of the pack as it is`;
    console.log(
      `notes ×${times}: first ${ms(result.first)}, median of ${rounds} ${ms(result.median)}, best ${ms(result.best)} (${grown}), ${result.notes} notes shown`,
    );
    console.log(`  heap ${((await heap(page)) - before).toFixed(0)} MB after`);
    await page.close();
  }
} finally {
  await close();
}
