/** What an article's reader may want besides its annotations: more notes on what it names, and what it states itself. */
import { inFull } from './in-full';
import { moreOn } from './more';
import type { Pack } from './pack';
import type { Reading } from './reading';
import type { Annotation, Answer, Article, Mention } from './schema';
import { statedIn } from './stated';

/** @param readings of the article's sentences; `today` is the reader's day */
export function backgroundOf(
  pack: Pack,
  article: Article,
  readings: readonly Reading[],
  { annotations, mentions }: { annotations: readonly Annotation[]; mentions: readonly Mention[] },
  today: string,
): Pick<Answer, 'more' | 'stated'> {
  const cards = new Map<string, number>();
  for (const { card } of mentions) cards.set(card, (cards.get(card) ?? 0) + 1);
  const concepts = new Set(readings.flatMap((reading) => [...reading.concepts]));
  const shown = new Set(annotations.map(({ note }) => note.id));
  const touching = new Set([...cards.keys()].flatMap((card) => pack.notesOn.get(card) ?? []));
  const more = moreOn([...touching], { cards, concepts, shown }).map((note) =>
    inFull(pack, note, article.published, today),
  );
  return { more, stated: statedIn(readings) };
}
