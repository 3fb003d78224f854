/** Trains the anchor model from the anchors that writers marked. */
import { type AnchorModel, leans } from '../context/anchor';
import { MAX_TOKENS, runFeatures } from '../context/run-features';
import { AnchorLearner, LEAST_SEEN, STEP } from './anchor-learner';
import { Leanings } from './leanings';
import type { MarkedReading } from './marks';

/** Words frequent enough for what they say of a border to be learned. */
function frequentWords(marked: readonly MarkedReading[]): string[] {
  const seen = new Map<string, number>();
  for (const { reading } of marked) {
    for (const { word } of reading.tokens) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  return [...seen.keys()].filter((word) => (seen.get(word) ?? 0) >= LEAST_SEEN).sort();
}

/**
 * @param names the ranker's names, one a line, in its order: leanings are kept for these
 * @returns the model; a few seconds for eight thousand sentences
 */
export function trainAnchors(marked: readonly MarkedReading[], names: string): AnchorModel {
  const all = names.split('\n');
  const leanings = new Leanings(all.filter(leans));
  for (const each of marked) leanings.add(each, 1);
  const words = frequentWords(marked);
  const places = new Map(words.map((word, place) => [word, place + 1]));
  const learner = new AnchorLearner(words.length);
  for (const each of marked) {
    if (each.anchor.to - each.anchor.from > MAX_TOKENS) continue;
    // A sentence must not learn from what it taught itself: that would be believed too much.
    leanings.add(each, -1);
    learner.add(runFeatures(each.reading, leanings.of(each.note), places), each.anchor);
    leanings.add(each, 1);
  }
  learner.learnAll();
  return { words: words.join(' '), ...learner.letters, step: STEP, leanings: leanings.lines(all) };
}
