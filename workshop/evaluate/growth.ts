/**
 * Packs as large as they may become: the real notes, and for each of them many synthetic ones of its shape, whose groups of
 * concepts and whose features are drawn from those of the real ones, as often as they use them.
 */
import { Anchors } from '../../context/anchor';
import { Matcher } from '../../context/matcher';
import { type CompiledPack, openPack, type Pack } from '../../context/pack';
import { Ranking, type Rows, readRanker } from '../../context/ranker';
import type { Signature } from '../../context/signature';

/** Whole numbers under a bound, the same in every run (a linear congruential generator). */
function generator(): (bound: number) => number {
  let state = 7;
  return (bound) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % bound;
  };
}

function drawSignatures(real: readonly Signature[], count: number, draw: (bound: number) => number): Signature[] {
  const groups = real.flatMap(({ all }) => all);
  return Array.from({ length: count }, (_, note) => {
    const shape = real[note % real.length] as Signature;
    return { ...shape, all: shape.all.map(() => groups[draw(groups.length)] as string[]) };
  });
}

/** Rows for so many notes: the real ones, then drawn ones with as many weights; last the row of none. */
function drawRows(real: Rows, count: number, draw: (bound: number) => number): Rows {
  const notes = real.bias.length - 1;
  const sizeOf = (row: number): number => (real.starts[row + 1] ?? 0) - (real.starts[row] ?? 0);
  const origins = [...Array.from({ length: count }, (_, note) => note % notes), notes];
  const starts = new Uint32Array(origins.length + 1);
  origins.forEach((origin, row) => {
    starts[row + 1] = (starts[row] ?? 0) + sizeOf(origin);
  });
  const features = new Uint16Array(starts[origins.length] ?? 0);
  const weights = new Int8Array(features.length);
  origins.forEach((origin, row) => {
    const from = real.starts[origin] ?? 0;
    const own = row < notes || row === count;
    for (let at = 0; at < sizeOf(origin); at++) {
      const entry = own ? from + at : draw(real.features.length);
      features[(starts[row] ?? 0) + at] = real.features[entry] ?? 0;
      weights[(starts[row] ?? 0) + at] = real.weights[from + at] ?? 0;
    }
  });
  const each = real.rivals.length / notes;
  const rivals = Uint32Array.from({ length: count * each }, (_, at) =>
    at < real.rivals.length ? (real.rivals[at] ?? 0) : draw(count),
  );
  const bias = origins.map((origin) => real.bias[origin] ?? 0);
  const floors = origins.map((origin) => real.floors[origin] ?? 0);
  return { ...real, starts, features, weights, bias, floors, rivals };
}

/** @param times how many times as many notes as there are; 1 gives the pack itself */
export function grow(compiled: CompiledPack, times: number): Pack {
  const pack = openPack(compiled);
  if (times === 1) return pack;
  const draw = generator();
  const real = compiled.notes.length;
  const count = real * times;
  const signatures = compiled.notes.map(({ signature }) => signature);
  const all = [...signatures, ...drawSignatures(signatures, count - real, draw)];
  const ranking = new Ranking(drawRows(readRanker(compiled.ranker), count, draw));
  const anchors = new Anchors(compiled.anchors, compiled.ranker.names);
  return {
    ...pack,
    notes: Array.from({ length: count }, (_, note) => compiled.notes[note % real] as (typeof compiled.notes)[number]),
    matcher: new Matcher(ranking, anchors, all, compiled.calibration),
  };
}
