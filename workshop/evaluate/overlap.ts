/** How well an anchor agrees with the marked one: F1 over words, as for answer spans (Rajpurkar et al., 2016). */
import { tokenise } from '../../context/tokens';

/** 0 … 1; case, punctuation and inflection don't matter. */
export function overlap(one: string, other: string): number {
  const left = tokenise(one).map(({ key }) => key);
  const right = tokenise(other).map(({ key }) => key);
  const spare = new Map<string, number>();
  for (const key of right) spare.set(key, (spare.get(key) ?? 0) + 1);
  let shared = 0;
  for (const key of left) {
    const count = spare.get(key) ?? 0;
    if (count === 0) continue;
    spare.set(key, count - 1);
    shared++;
  }
  return shared === 0 ? 0 : (2 * shared) / (left.length + right.length);
}
