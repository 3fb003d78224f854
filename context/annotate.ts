/**
 * Article → answer: the whole way through the context half. Pure: the same pack, article and day give the same answer.
 */
import { backgroundOf } from './background';
import { cardsAround } from './cards';
import { chooseBest, type Found, type Placed } from './density';
import { inFull } from './in-full';
import { wordsIn } from './matcher';
import type { Pack } from './pack';
import { type Reading, read } from './reading';
import type { Run } from './runs';
import type { Anchor, Annotation, Answer, Article, Mention } from './schema';

const anchorOf = (reading: Reading, sentence: number, from: number, to: number): Anchor => ({
  sentence,
  start: reading.tokens[from]?.start ?? 0,
  end: reading.tokens[to - 1]?.end ?? 0,
  exact: wordsIn(reading, from, to),
});

/** What finding needs of a pack. */
export type Finder = Pick<Pack, 'lexicon' | 'linker' | 'matcher'>;

/** An article as it was read, before it is known whether it is on the subject. */
export interface Finds {
  title: Reading;
  /** Those of its sentences, in order. */
  readings: readonly Reading[];
  mentions: Mention[];
  /** Notes that may be shown, and less likely ones. */
  found: Found[];
}

/** Reads an article through: names and claims, each sentence with what was established before it. */
export function findIn({ lexicon, linker, matcher }: Finder, article: Article): Finds {
  const title = read(lexicon, article.title);
  const readings = article.sentences.map(({ text }) => read(lexicon, text));
  const established = new Set<string>();
  const met = new Set(title.concepts);
  linker.link(title, established);
  const finds: Finds = { title, readings, mentions: [], found: [] };
  readings.forEach((reading, sentence) => {
    const linked = linker.link(reading, established);
    const cards = new Set(linked.map(({ card }) => card));
    for (const { card, from, to } of linked)
      finds.mentions.push({ card, anchor: anchorOf(reading, sentence, from, to) });
    if (article.sentences[sentence]?.kind !== 'heading') {
      const candidates = matcher.match(reading, { cards, established, met });
      for (const candidate of candidates) finds.found.push({ ...candidate, sentence });
    }
    for (const concept of reading.concepts) met.add(concept);
  });
  return finds;
}

/** What tells an article's subject: its readings, how likely each claim in it is, and how many cards it names. */
export function subjectOf({ title, readings, found, mentions }: Finds) {
  return {
    readings: [title, ...readings],
    claims: found.map(({ probability }) => probability),
    cards: new Set(mentions.map(({ card }) => card)).size,
  };
}

function annotationOf(pack: Pack, article: Article, { readings, mentions }: Finds, today: string) {
  const namedIn = (sentence: number): string[] =>
    mentions.flatMap(({ card, anchor }) => (anchor.sentence === sentence ? [card] : []));
  return (placed: Placed, index: number): Annotation[] => {
    const found = pack.notes[placed.note];
    const reading = readings[placed.sentence];
    if (!found || !reading) return [];
    return [
      {
        ...inFull(pack, found, article.published, today),
        number: index + 1,
        anchor: anchorOf(reading, placed.sentence, placed.anchor.from, placed.anchor.to),
        score: Math.round(placed.probability * 1000) / 1000,
        reasons: pack.matcher.because(reading, namedIn(placed.sentence), placed),
      },
    ];
  };
}

const OFF_SUBJECT = { annotations: [], mentions: [], more: [], stated: { dates: [], numbers: [] }, cards: {} };

/**
 * Annotates an article.
 * @param today the reader's day, `YYYY-MM-DD`
 */
export function annotate(pack: Pack, article: Article, today: string): Answer {
  const finds = findIn(pack, article);
  const { title, readings, mentions } = finds;
  const { threshold } = pack.matcher;
  const subject = pack.subject.judge(subjectOf(finds));
  if (!subject.matched) return { subject, ...OFF_SUBJECT };
  const sure = finds.found.filter(({ probability }) => probability >= threshold);
  const words = readings.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const anchorIn = (each: Found, taken?: Run) => pack.matcher.anchor(readings[each.sentence] ?? title, each, taken);
  const annotations = chooseBest(sure, words, anchorIn).flatMap(annotationOf(pack, article, finds, today));
  const background = backgroundOf(pack, article, readings, { annotations, mentions }, today);
  const touched = [...annotations, ...background.more].flatMap(({ note }) => note.cards);
  const cards = cardsAround(pack, new Set([...mentions.map(({ card }) => card), ...touched]));
  return { subject, annotations, mentions, ...background, cards };
}
