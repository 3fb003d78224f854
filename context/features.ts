/** Reading → the features that the ranker weighs: stems, concepts, coarse numbers, linked cards. */
import { quantityKeys } from './numbers';
import type { Reading } from './reading';

/** Words that carry no subject; they would only cost weights. */
const STOP = new Set(
  'a an the of to in on at by for with from and or but as is ar wa were be been it thi that these those ha have had he she thei them their hi her also would will who which'.split(
    ' ',
  ),
);

/** A feature, and the tokens `[from, to)` that it comes from. */
export interface Feature {
  name: string;
  from: number;
  to: number;
}

/**
 * The features of a sentence, without repeats.
 * @param cards ids of the cards that the sentence mentions, short forms resolved
 */
export function featuresOf(reading: Reading, cards: readonly string[]): Feature[] {
  const found = new Map<string, Feature>();
  const add = (name: string, from: number, to: number): void => {
    if (!found.has(name)) found.set(name, { name, from, to });
  };
  const numeric = new Set<number>();
  for (const quantity of reading.quantities) {
    for (const key of quantityKeys(quantity)) add(key, quantity.from, quantity.to);
    for (let at = quantity.from; at < quantity.to; at++) numeric.add(at);
  }
  reading.tokens.forEach(({ key }, at) => {
    if (!STOP.has(key) && !numeric.has(at)) add(key, at, at + 1);
  });
  for (const { value, from, to } of reading.hits) add(`@${value}`, from, to);
  for (const card of cards) add(`=${card}`, 0, 0);
  return [...found.values()];
}
