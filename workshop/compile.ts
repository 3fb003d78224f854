/** Authored pack → compiled pack: what the extension ships, trained and checked for shape. */
import { negates } from '../context/assertion';
import { lexiconTable } from '../context/lexicon';
import { CompiledPack } from '../context/pack';
import type { Series } from '../context/schema';
import { FOREIGN, type Signature } from '../context/signature';
import { CALIBRATION, SUBJECT } from './calibration';
import { spokenForms } from './forms';
import { marksOf } from './marks';
import { type AuthoredPack, conceptsOf, subjectWordsOf, type Table } from './read';
import { Bench, lexiconKeys, namesOf, sentencesOf, type Told, toldIn, unmark } from './samples';
import type { AuthoredNote, AuthoredSeries, RoundSentence } from './schema';
import { type Sample, train } from './train';
import { trainAnchors } from './train-anchors';

/** Adds months to a date as far as it is known; a month counts from its last day. */
export function reviewDay(asOf: string, months: number): string {
  const [year = '', month = '12', day = '28'] = asOf.split('-');
  const due = new Date(Date.UTC(Number(year), Number(month) - 1 + months, Math.min(28, Number(day))));
  return due.toISOString().slice(0, 10);
}

/** A country in so large a share of a note's examples is part of its claim, not a comparison made once. */
const ABOUT = 0.25;

/** Other countries that a note is itself about: those of its statement, and those that its examples keep naming. */
function abroadOf(bench: Bench, note: AuthoredNote): string[] {
  const foreignIn = (text: string): string[] => [...bench.judge(text).reading.concepts].filter((id) => FOREIGN.has(id));
  const named = note.examples.flatMap((example) => foreignIn(unmark(example).text));
  const often = named.filter((id) => named.filter((other) => other === id).length >= ABOUT * note.examples.length);
  return [...new Set([...foreignIn(note.statement), ...often])].sort();
}

export function signatureOf(bench: Bench, note: AuthoredNote): Signature {
  const { all = [], likely = [], none = [], abroad = [] } = note.signature ?? {};
  const told = [note.statement, ...note.examples.map((example) => unmark(example).text)];
  const negative = told.some(negates);
  return { all, likely, none, abroad: [...new Set([...abroadOf(bench, note), ...abroad])].sort(), negative };
}

/** How much each kind of sentence counts in training: an example in full, a note's own prose less. */
const WEIGHTS = { statement: 4, headline: 0.5, body: 0.3 } as const;

/** Training sentences of the notes themselves, of the rounds and of the articles, in a fixed order. */
export function samplesOf(
  bench: Bench,
  notes: readonly AuthoredNote[],
  rounds: readonly RoundSentence[],
  told: readonly Told[],
): Sample[] {
  return [
    ...notes.flatMap((note, index) => ownSamples(bench, note, index)),
    ...roundSamples(bench, notes, rounds),
    ...told.flatMap((sentence) => toldSamples(notes, sentence)),
  ];
}

/** A sentence of an article counts for each note whose claim it makes; one that makes none counts against all. */
export function toldSamples(notes: readonly AuthoredNote[], { judged: { features }, claims }: Told): Sample[] {
  const made = claims.map(({ note }) => notes.findIndex(({ id }) => id === note)).filter((index) => index >= 0);
  if (made.length > 0) return made.map((note) => ({ features, note, weight: 1 }));
  return claims.length > 0 ? [] : [{ features, note: -1, weight: 1 }];
}

/** All sentences of the pack's articles. */
export function toldOf(bench: Bench, { on, off, paragraphs }: AuthoredPack['articles']): Told[] {
  return [...on, ...off, ...paragraphs].flatMap((article) => toldIn(bench, article));
}

function ownSamples(bench: Bench, note: AuthoredNote, index: number): Sample[] {
  const own = (text: string, weight: number, before = note.cards): Sample => ({
    features: bench.judge(unmark(text).text, before).features,
    note: index,
    weight,
  });
  return [
    own(note.statement, WEIGHTS.statement),
    own(note.headline, WEIGHTS.headline),
    ...sentencesOf(note).map((text) => own(text, WEIGHTS.body)),
    ...note.examples.map((text) => own(text, 1)),
    ...note.counterexamples.map((text): Sample => ({ ...own(text, 1, []), note: -1, against: index })),
  ];
}

function roundSamples(bench: Bench, notes: readonly AuthoredNote[], rounds: readonly RoundSentence[]): Sample[] {
  const places = new Map(notes.map(({ id }, index) => [id, index]));
  return rounds.flatMap(({ note, against, text, before }): Sample[] => {
    const index = places.get(note ?? against ?? '');
    if (index === undefined) return []; // the note has been merged or dropped since
    const { features } = bench.judge(unmark(text).text, before ? notes[index]?.cards : []);
    return [note ? { features, note: index, weight: 1 } : { features, note: -1, against: index, weight: 1 }];
  });
}

function linesOf({ columns, rows }: Table): Series['lines'] {
  return columns.slice(1).map((name, column) => ({
    name: columns.length === 2 ? '' : name,
    points: rows.flatMap((row): [string, number][] => {
      const cell = (row[column + 1] ?? '').trim();
      return cell === '' ? [] : [[row[0] ?? '', Number(cell)]];
    }),
  }));
}

function seriesOf(pack: AuthoredPack, { unchecked: _, ...series }: AuthoredSeries): Series[] {
  const table = pack.tables.get(series.id);
  return table ? [{ ...series, lines: linesOf(table.value) }] : [];
}

/**
 * Compiles the pack.
 * @param learned recognition to keep instead of training it, from the same notes in the same order
 * @throws {Error} where the result doesn't have the compiled shape; run the pack's check first for a message with lines
 */
export function compilePack(pack: AuthoredPack, learned?: Pick<CompiledPack, 'ranker' | 'anchors'>): CompiledPack {
  const authored = pack.notes.map(({ value }) => value);
  // By kind, since likes pack best beside each other.
  const cards = pack.cards.map(({ value }) => value).toSorted((a, b) => a.kind.localeCompare(b.kind));
  const bench = new Bench(conceptsOf(pack), cards);
  const rounds = pack.rounds.map(({ value }) => value);
  const marks = pack.marks.map(({ value }) => value);
  const told = learned ? [] : toldOf(bench, pack.articles);
  const ranker = learned?.ranker ?? train(samplesOf(bench, authored, rounds, told), authored.length);
  const compiled = {
    format: 1,
    notes: authored.map(({ id, angle, headline, body, keyFigure, events, series, cards, sources, asOf, ...note }) => ({
      ...{ id, angle, headline, body, sources, asOf },
      ...(keyFigure ? { keyFigure } : {}),
      ...{ events: events ?? [], series: series ?? [], cards: cards ?? [] },
      reviewBy: reviewDay(asOf, note.reviewMonths),
      signature: signatureOf(bench, { id, angle, headline, body, sources, asOf, ...note }),
    })),
    cards: cards.map(({ id, kind, name, zh, summary, facts, sources, asOf, ...card }) => ({
      ...{ id, kind, name, summary, facts, sources, asOf },
      ...(zh ? { zh } : {}),
      ...{ timeline: card.timeline ?? [], related: card.related ?? [], ambiguousWith: card.ambiguousWith ?? [] },
    })),
    series: pack.series.flatMap(({ value }) => seriesOf(pack, value)),
    sources: pack.sources.map(({ value: { checked: _, ...source } }) => source),
    names: namesOf(cards),
    lexicon: lexiconTable(spokenForms(pack, lexiconKeys(conceptsOf(pack)))),
    subject: { lexicon: lexiconTable(lexiconKeys(subjectWordsOf(pack))), ...SUBJECT },
    ranker,
    anchors: learned?.anchors ?? trainAnchors(marksOf(bench, authored, [...rounds, ...marks], told), ranker.names),
    calibration: CALIBRATION,
  };
  return CompiledPack.parse(withShortSources(compiled));
}

interface Citing {
  sources: string[];
}

interface Cited {
  source: string;
}

/** Sources are cited three thousand times; in the compiled pack their ids are as short as their number allows. */
function withShortSources<
  Note extends Citing & { events: Cited[] },
  Card extends Citing & { facts: Cited[]; timeline: Cited[] },
  Line extends Citing,
  Pack extends { notes: Note[]; cards: Card[]; series: Line[]; sources: { id: string }[] },
>(pack: Pack): Pack {
  const codes = new Map(pack.sources.map(({ id }, index) => [id, index.toString(36)]));
  const code = (id: string): string => codes.get(id) ?? id;
  const citing = <Item extends Citing>(item: Item): Item => ({ ...item, sources: item.sources.map(code) });
  const cited = <Item extends Cited>(item: Item): Item => ({ ...item, source: code(item.source) });
  return {
    ...pack,
    notes: pack.notes.map((note) => ({ ...citing(note), events: note.events.map(cited) })),
    cards: pack.cards.map((card) => ({
      ...citing(card),
      facts: card.facts.map(cited),
      timeline: card.timeline.map(cited),
    })),
    series: pack.series.map(citing),
    sources: pack.sources.map((source) => ({ ...source, id: code(source.id) })),
  };
}
