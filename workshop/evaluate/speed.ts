/** What is timed, in the browser that it will run in: opening the pack, and annotating an article. Milliseconds. */
import { annotate } from '../../context/annotate';
import { type CompiledPack, openPack, type Pack } from '../../context/pack';
import type { Article } from '../../context/schema';
import { grow } from './growth';

const TODAY = '2026-01-01';

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Parse and index, as when the background wakes: once, since the first time is what a reader waits for. */
export function timeOpening(json: string): number {
  return timed(() => openPack(JSON.parse(json)));
}

export interface Annotating {
  first: number;
  median: number;
  best: number;
  notes: number;
}

/** Held, so that its memory can be measured. */
let held: Pack | undefined;

/** Annotates an article again and again with a pack so many times as large. */
export function timeAnnotating(json: string, article: Article, times: number, rounds: number): Annotating {
  const pack = grow(JSON.parse(json) as CompiledPack, times);
  held = pack;
  const run = () => annotate(pack, article, TODAY);
  const first = timed(run);
  const values = Array.from({ length: rounds }, () => timed(run));
  return { first, median: median(values), best: Math.min(...values), notes: run().annotations.length };
}

Object.assign(globalThis, { sidelightSpeed: { timeOpening, timeAnnotating, held: () => held } });
