/** The content that exhibits show; picked by what makes it awkward, not by name, where it can be. */
import { parse } from 'yaml';
import type { Annotation } from '../../context/schema';
import { authoredContent, type Content } from './authored';
import kept from './pictures/content.yaml?raw';

const showsKept = new URLSearchParams(location.search).has('kept');

/** From the pack, or what the kept pictures show: that part of it doesn't change when an editor corrects a note. */
export const { annotations, cards }: Content = showsKept ? parse(kept) : authoredContent();

/** The item for which `size` is largest. */
export function most<Item>(items: readonly Item[], size: (item: Item) => number): Item {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('The pack is empty');
  return rest.reduce((best, item) => (size(item) > size(best) ? item : best), first);
}

/** The first note that shows this series, with it alone. */
export function noteWithSeries(id: string): Annotation {
  const found = annotations.find((one) => one.series.some((each) => each.id === id));
  if (!found) throw new Error(`No note shows the series ${id}`);
  return { ...found, series: found.series.filter((each) => each.id === id) };
}
