/**
 * How well chosen anchors agree with marked ones: each round is held out in turn from the training of the anchor model.
 * `npx tsx workshop/evaluate/anchors.ts`, about a minute.
 */
import { join } from 'node:path';
import { Anchors } from '../../context/anchor';
import { featuresOf } from '../../context/features';
import { wordsIn } from '../../context/matcher';
import { conceptsOf, readPack } from '../read';
import { Bench } from '../samples';
import { type MarkedReading, markedOf, trainAnchors } from '../train-anchors';
import { overlap } from './overlap';

const ROOT = join(import.meta.dirname, '../..');

/** Names that the ranker would know: whatever was seen twice. */
function namesIn(marked: readonly MarkedReading[]): string {
  const seen = new Map<string, number>();
  for (const { reading } of marked) {
    for (const { name } of featuresOf(reading, [])) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return [...seen]
    .filter(([name, count]) => count >= 2 && !/[ #]/.test(name))
    .map(([name]) => name)
    .join('\n');
}

/** Mean overlap of the model's anchors with the marks, and their mean length in tokens. */
function measure(anchors: Anchors, marked: readonly MarkedReading[]): { overlap: number; length: number } {
  let [shared, length] = [0, 0];
  for (const { reading, note, anchor } of marked) {
    const chosen = anchors.choose(reading, note, { from: 0, to: reading.tokens.length });
    shared += overlap(wordsIn(reading, chosen.from, chosen.to), wordsIn(reading, anchor.from, anchor.to));
    length += chosen.to - chosen.from;
  }
  return { overlap: shared / marked.length, length: length / marked.length };
}

const pack = readPack(process.argv[2] ?? join(ROOT, 'assets/pack'));
const notes = pack.notes.map(({ value }) => value);
const bench = new Bench(
  conceptsOf(pack),
  pack.cards.map(({ value }) => value),
);
const examples = markedOf(bench, notes, [], []);
const files = [...new Set(pack.rounds.map(({ file }) => file))];
const unexemplified = notes.map((note) => ({ ...note, examples: [] }));
const rounds = files.map((file) => {
  const sentences = pack.rounds.flatMap((entry) => (entry.file === file ? [entry.value] : []));
  return { file, marked: markedOf(bench, unexemplified, sentences, []) };
});
for (const held of rounds) {
  const seen = [...examples, ...rounds.flatMap((round) => (round === held ? [] : round.marked))];
  const names = namesIn(seen);
  const started = performance.now();
  const model = trainAnchors(seen, names);
  const took = performance.now() - started;
  const anchors = new Anchors(model, names);
  const chosen = performance.now();
  const { overlap, length } = measure(anchors, held.marked);
  const each = (performance.now() - chosen) / held.marked.length;
  console.log(
    `${held.file}: overlap ${overlap.toFixed(3)}, length ${length.toFixed(1)}; ${Object.keys(model.weights).length} ` +
      `weights, ${model.leanings.length} letters; trained in ${Math.round(took)} ms, ${each.toFixed(2)} ms a sentence`,
  );
}
