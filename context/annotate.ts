/**
 * Article → answer: the whole way through the context half. Pure: the same pack, article and day give the same answer.
 */
import { cardsAround, sourcesOf } from './cards';
import { chooseBest, type Placed } from './density';
import type { Linked } from './linker';
import { type Candidate, wordsIn } from './matcher';
import type { Pack } from './pack';
import { type Reading, read } from './reading';
import type { Anchor, Annotation, Answer, Article, Mention } from './schema';
import { stepsSince } from './since';
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
    const { events, series, sources, signature: _, ...note } = found;
    const charts = series.flatMap((id) => pack.series.get(id) ?? []);
    const cited = [...sources, ...charts.flatMap((chart) => chart.sources), ...events.map(({ source }) => source)];
    return [
      {
        number: index + 1,
        note,
        anchor: anchorOf(reading, placed.sentence, placed.anchor.from, placed.anchor.to),
        score: Math.round(placed.probability * 1000) / 1000,
        reasons: placed.because,
        since: stepsSince(events, article.published, today),
        series: charts,
        sources: sourcesOf(pack, [...new Set(cited)]),
        stale: found.reviewBy < today,
      },
    ];
  };
}

const OFF_SUBJECT = { annotations: [], mentions: [], cards: {} };

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
  const named = new Set([...mentions.map(({ card }) => card), ...annotations.flatMap(({ note }) => note.cards)]);
  return { subject, annotations, mentions, cards: cardsAround(pack, named) };
}
