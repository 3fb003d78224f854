/**
 * Packs as large as they may become: the real notes, and for each of them many synthetic ones of its shape, whose groups of
 * concepts and whose features are drawn from those of the real ones, as often as they use them.
 */
import { Anchors } from '../../context/anchor';
import { championsOf } from '../../context/champions';
import { Matcher } from '../../context/matcher';
import { type CompiledPack, openPack, type Pack } from '../../context/pack';
import { type Known, type Ranker, Ranking, readRanker, type Weights } from '../../context/ranker';
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

/** A ranker's weights spread out: for each feature its notes and steps. */
type Lists = readonly { spread: number; notes: number[]; steps: number[] }[];

/** One weight of a note. */
interface Entry {
  place: number;
  step: number;
}

/** The real weights by note, last those of none. */
function entriesOf(lists: Lists, rows: number): Entry[][] {
  const entries: Entry[][] = Array.from({ length: rows }, () => []);
  lists.forEach(({ notes, steps }, place) => {
    for (const [at, note] of notes.entries()) entries[note]?.push({ place, step: steps[at] ?? 0 });
  });
  return entries;
}

/**
 * Weights for so many notes: the real ones, then drawn ones with as many weights each, whose features are drawn as often as
 * the real ones have them; last the row of none.
 */
function drawLists(real: Lists, notes: number, count: number, draw: (bound: number) => number): Lists {
  const entries = entriesOf(real, notes + 1);
  const pool = entries.flatMap((each) => each.map(({ place }) => place));
  const lists = real.map(({ spread }): Lists[number] => ({ spread, notes: [], steps: [] }));
  const put = (note: number, { place, step }: Entry): void => {
    lists[place]?.notes.push(note);
    lists[place]?.steps.push(step);
  };
  for (let note = 0; note < count; note++) {
    for (const { place, step } of entries[note % notes] ?? [])
      put(note, { place: note < notes ? place : (pool[draw(pool.length)] ?? 0), step });
  }
  for (const entry of entries[notes] ?? []) put(count, entry);
  return lists;
}

function drawWeights(ranker: Ranker, count: number, draw: (bound: number) => number): Weights {
  const real = readRanker(ranker);
  const names = ranker.names.split('\n');
  const notes = real.bias.length - 1;
  const lists = names.flatMap((name) => {
    const known = real.find(name);
    return known ? [{ spread: known.spread, notes: Array.from(known.notes), steps: Array.from(known.steps) }] : [];
  });
  const origins = [...Array.from({ length: count }, (_, note) => note % notes), notes];
  const floors = origins.slice(0, -1).map((origin) => ranker.floors[origin] ?? 0);
  const known = drawLists(lists, notes, count, draw).map(({ spread, ...drawn }): Known => {
    const its = { spread, notes: Uint32Array.from(drawn.notes), steps: Int8Array.from(drawn.steps) };
    return { ...its, leads: championsOf(its, floors) };
  });
  const byName = new Map(names.map((name, place) => [name, known[place]]));
  const rivals = new Map<number, Iterable<number>>();
  for (let note = 0; note < count; note++) {
    const its = real.rivalsOf(note % notes);
    rivals.set(note, note < notes ? its : Uint32Array.from(its, () => draw(count)));
  }
  return {
    find: (name) => byName.get(name),
    step: real.step,
    bias: origins.map((origin) => real.bias[origin] ?? 0),
    rivalsOf: (note) => rivals.get(note) ?? [],
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
