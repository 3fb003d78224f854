/** Where sidenotes stand in a margin: pure arithmetic on heights, in one coordinate from top to bottom. */

export interface Stacked {
  /** Where the note would stand if it were alone. */
  at: number;
  full: number;
  /** Its height when it's folded to a headline. */
  folded: number;
  /** Which notes keep their text, and their place, longest where it is crowded: those that weigh most. */
  weight: number;
}

export interface Stretch {
  top: number;
  bottom: number;
}

export interface Stand {
  top: number;
  folded: boolean;
}

/** Between two notes. */
export const GAP = 12;
/** A note that stands further than this from its line, some four lines of text, doesn't stand beside it any more. */
export const MOST_SHIFT = 96;

/**
 * Finds places for notes in the free stretches of a margin (in order, apart from each other). Notes keep the order of
 * their lines, never overlap, and move as little as can be (least squares). Where that would be further than
 * `MOST_SHIFT`, the lightest of the crowd are folded, and then left out. Gives a place or null for each note.
 */
export function stack(notes: readonly Stacked[], stretches: readonly Stretch[]): (Stand | null)[] {
  const stands: (Stand | null)[] = notes.map(() => null);
  const queues = new Map<Stretch, Item[]>();
  const inOrder = notes.map((note, index) => ({ note, index, folded: false })).sort((a, b) => a.note.at - b.note.at);
  const least = Math.max(...notes.map(({ folded }) => folded));
  const wide = stretches.filter(({ top, bottom }) => bottom - top >= least);
  for (const item of inOrder) {
    const stretch = nearest(wide, item.note.at);
    if (stretch) queues.set(stretch, [...(queues.get(stretch) ?? []), item]);
  }
  for (const [stretch, queue] of queues) {
    for (const { index, top, folded } of settle(queue, stretch)) stands[index] = { top, folded };
  }
  return stands;
}

interface Item {
  note: Stacked;
  index: number;
  folded: boolean;
}
type Placed = Item & { top: number };

function nearest(stretches: readonly Stretch[], at: number): Stretch | undefined {
  const away = ({ top, bottom }: Stretch) => Math.max(top - at, 0, at - bottom);
  let best: Stretch | undefined;
  for (const one of stretches) if (!best || away(one) < away(best)) best = one;
  return best && away(best) <= MOST_SHIFT ? best : undefined;
}

const heightOf = ({ note, folded }: Item) => (folded ? note.folded : note.full);

/** Folds and leaves out notes of one stretch until the rest fit. Each turn folds or leaves out one, so it ends. */
function settle(queue: Item[], stretch: Stretch): Placed[] {
  let items = queue;
  for (;;) {
    const placed = place(items, stretch);
    const crowd = placed ? worstCrowd(placed) : items;
    if (placed && crowd.length === 0) return placed;
    const lightest = (some: Item[]) => some.reduce((a, b) => (b.note.weight < a.note.weight ? b : a));
    const unfolded = crowd.filter(({ note, folded }) => !folded && note.folded < note.full);
    const chosen = lightest(unfolded.length > 0 ? unfolded : crowd).index;
    items = items.flatMap((item) => {
      if (item.index !== chosen) return item;
      return unfolded.length > 0 ? { ...item, folded: true } : [];
    });
  }
}

/**
 * The places that move notes least: without their heights, places only have to ascend, and the best ascending sequence
 * pools neighbours that are in each other's way at their mean. Null where the stretch is too short for all.
 */
function place(items: readonly Item[], { top, bottom }: Stretch): Placed[] | null {
  let height = -GAP;
  const pools: { sum: number; count: number }[] = [];
  const offsets = items.map((item) => {
    const offset = height + GAP;
    height = offset + heightOf(item);
    let pool = { sum: item.note.at - offset, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count >= pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
    return offset;
  });
  const slack = bottom - top - height;
  if (items.length > 0 && slack < 0) return null;
  const starts = pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  return items.map((item, index) => {
    const start = Math.min(Math.max(starts[index] ?? 0, top), top + slack);
    return { ...item, top: start + (offsets[index] ?? 0) };
  });
}

/** The notes that touch each other around the one that has been moved furthest; none where nobody is too far. */
function worstCrowd(placed: readonly Placed[]): Item[] {
  const shift = ({ top, note }: Placed) => Math.abs(top - note.at);
  const worst = placed.reduce((found, one, index) => (shift(one) > shift(placed[found] ?? one) ? index : found), 0);
  const furthest = placed[worst];
  if (!furthest || shift(furthest) <= MOST_SHIFT) return [];
  const touches = (one: Placed | undefined, next: Placed | undefined) =>
    one !== undefined && next !== undefined && next.top - one.top - heightOf(one) < GAP + 0.5;
  let from = worst;
  let to = worst;
  while (touches(placed[from - 1], placed[from])) from -= 1;
  while (touches(placed[to], placed[to + 1])) to += 1;
  return placed.slice(from, to + 1);
}
