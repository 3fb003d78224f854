/**
 * Packs as large as they may become: the real notes, and for each of them many synthetic ones of its shape, whose groups of
 * concepts and whose features are drawn from those of the real ones, as often as they use them.
 */
import { Anchors } from '../../context/anchor';
import type { Postings } from '../../context/champions';
import { Matcher } from '../../context/matcher';
import { type CompiledPack, openPack, type Pack } from '../../context/pack';
import { Ranking } from '../../context/ranking';
import type { Signature } from '../../context/signature';
import { type Known, knownFrom, type Ranker, type Row, readRanker, type Weights } from '../../context/weights';

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

/**
 * Rows for so many notes: the real ones, then drawn ones with as many weights each, whose features are drawn as often as the
 * real ones have them; last the row of none.
 */
function drawRows(real: Weights, count: number, draw: (bound: number) => number): Row[] {
  const notes = real.bias.length - 1;
  const rows = Array.from({ length: notes }, (_, note) => real.row(note));
  const pool = rows.flatMap(({ features }) => [...features]);
  const drawn = Array.from({ length: count - notes }, (_, note): Row => {
    const { steps } = rows[note % notes] as Row;
    return { features: Uint16Array.from(steps, () => pool[draw(pool.length)] ?? 0).sort(), steps };
  });
  return [...rows, ...drawn, real.row(notes)];
}

/** For each feature, all its weights. */
function postingsOf(rows: readonly Row[], spreads: readonly number[]): Postings[] {
  const lists = spreads.map((spread) => ({ spread, notes: [] as number[], steps: [] as number[] }));
  rows.forEach(({ features, steps }, note) => {
    features.forEach((place, at) => {
      lists[place]?.notes.push(note);
      lists[place]?.steps.push(steps[at] ?? 0);
    });
  });
  return lists.map(({ spread, notes, steps }) => ({
    spread,
    notes: Uint32Array.from(notes),
    steps: Int8Array.from(steps),
  }));
}

function drawWeights(ranker: Ranker, count: number, draw: (bound: number) => number): Weights {
  const real = readRanker(ranker);
  const names = ranker.names.split('\n');
  const notes = real.bias.length - 1;
  const rows = drawRows(real, count, draw);
  const floors = Array.from({ length: count }, (_, note) => ranker.floors[note % notes] ?? 0);
  const spreads = names.map((name) => real.find(name)?.spread ?? 0);
  const known = new Map(
    postingsOf(rows, spreads).map((postings, place): [string, Known] => [
      names[place] ?? '',
      knownFrom(place, postings, floors),
    ]),
  );
  const rivals = Array.from({ length: count }, (_, note): Iterable<number> => {
    const its = real.rivalsOf(note % notes);
    return note < notes ? its : Uint32Array.from(its, () => draw(count));
  });
  return {
    size: real.size,
    find: (name) => known.get(name),
    row: (note) => rows[note] as Row,
    step: real.step,
    bias: [...floors.map((_, note) => real.bias[note % notes] ?? 0), real.bias[notes] ?? 0],
    rivalsOf: (note) => rivals[note] ?? [],
  };
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
  const ranking = new Ranking(drawWeights(compiled.ranker, count, draw));
  const anchors = new Anchors(compiled.anchors, compiled.ranker.names);
  return {
    ...pack,
    notes: Array.from({ length: count }, (_, note) => compiled.notes[note % real] as (typeof compiled.notes)[number]),
    matcher: new Matcher(ranking, anchors, all, compiled.calibration),
  };
}
