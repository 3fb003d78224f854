/**
 * Article → answer: the whole way through the context half. Pure: the same pack, article and day give the same answer.
 */
import { backgroundOf } from './background';
import { cardsAround } from './cards';
import { chooseBest, type Placed } from './density';
import { inFull } from './in-full';
import type { Linked } from './linker';
import { type Candidate, wordsIn } from './matcher';
import type { Pack } from './pack';
import { type Reading, read } from './reading';
import type { Anchor, Annotation, Answer, Article, Mention } from './schema';
import { judgeSubject } from './subject';

const anchorOf = (reading: Reading, sentence: number, from: number, to: number): Anchor => ({
  sentence,
  start: reading.tokens[from]?.start ?? 0,
  end: reading.tokens[to - 1]?.end ?? 0,
  exact: wordsIn(reading, from, to),
});

/** What is carried from sentence to sentence while an article is read. */
interface Trail {
  established: Set<string>;
  title: ReadonlySet<string>;
  heading: ReadonlySet<string>;
  before: ReadonlySet<string>;
}

/** One sentence judged: its mentions, and its candidates for notes. */
export interface SentenceFinds {
  linked: Linked[];
  candidates: Candidate[];
}

/** Judges one sentence with what was established before it; adds its own full mentions to `established`. */
export function judgeSentence(
  pack: Pack,
  reading: Reading,
  established: Set<string>,
  near: ReadonlySet<string>,
): SentenceFinds {
  const linked = pack.linker.link(reading, established);
  const cards = new Set(linked.map(({ card }) => card));
  return { linked, candidates: pack.matcher.match(reading, { cards, near, established }) };
}

function findAll(pack: Pack, article: Article, title: Reading, readings: readonly Reading[]) {
  const trail: Trail = { established: new Set(), title: title.concepts, heading: new Set(), before: new Set() };
  pack.linker.link(title, trail.established);
  const mentions: Mention[] = [];
  const placed: Placed[] = [];
  readings.forEach((reading, sentence) => {
    const near = new Set([...trail.title, ...trail.heading, ...trail.before]);
    const { linked, candidates } = judgeSentence(pack, reading, trail.established, near);
    for (const { card, from, to } of linked) mentions.push({ card, anchor: anchorOf(reading, sentence, from, to) });
    const heading = article.sentences[sentence]?.kind === 'heading';
    if (heading) trail.heading = reading.concepts;
    else for (const candidate of candidates) placed.push({ ...candidate, sentence });
    trail.before = reading.concepts;
  });
  return { mentions, placed };
}

function annotationOf(pack: Pack, article: Article, readings: readonly Reading[], today: string) {
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
        reasons: placed.because,
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
  const title = read(pack.lexicon, article.title);
  const readings = article.sentences.map(({ text }) => read(pack.lexicon, text));
  const subject = judgeSubject([title, ...readings]);
  if (!subject.matched) return { subject, ...OFF_SUBJECT };
  const { mentions, placed } = findAll(pack, article, title, readings);
  const words = readings.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const annotations = chooseBest(placed, words).flatMap(annotationOf(pack, article, readings, today));
  const background = backgroundOf(pack, article, readings, { annotations, mentions }, today);
  const touched = [...annotations, ...background.more].flatMap(({ note }) => note.cards);
  const cards = cardsAround(pack, new Set([...mentions.map(({ card }) => card), ...touched]));
  return { subject, annotations, mentions, ...background, cards };
}
