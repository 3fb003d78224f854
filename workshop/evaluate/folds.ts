/**
 * Cross-validation: every sentence of the pack and of the rounds is judged by an engine that was trained without it.
 */
import { Anchors } from '../../context/anchor';
import { findIn, subjectOf } from '../../context/annotate';
import type { Calibration } from '../../context/calibration';
import { lexiconTable } from '../../context/lexicon';
import { type LoneNote, notesOn } from '../../context/lone';
import { Matcher } from '../../context/matcher';
import { Ranking } from '../../context/ranking';
import type { Run } from '../../context/runs';
import type { Ranked } from '../../context/scores';
import { ON_SUBJECT, type Signature, type Surroundings, unmetOf } from '../../context/signature';
import { SubjectJudge, type SubjectSigns } from '../../context/subject';
import { readRanker } from '../../context/weights';
import type { MarkedArticle } from '../articles';
import { CALIBRATION, SUBJECT } from '../calibration';
import { samplesOf, signatureOf } from '../compile';
import { tokensIn } from '../marks';
import { type AuthoredPack, conceptsOf, subjectWordsOf } from '../read';
import { Bench, type Judged, lexiconKeys, type Told, toldIn, unmark } from '../samples';
import type { AuthoredNote } from '../schema';
import { type Sample, train } from '../train';
import { trainAnchors } from '../train-anchors';

/** A labelled sentence: it makes the note's claim, or (a look-alike) must not get that note, or (note -1) gets none. */
export interface Labelled {
  note: number;
  makes: boolean;
  text: string;
  /** The marked anchor, empty for look-alikes. */
  marked: string;
  /** The same in tokens, empty for look-alikes. */
  anchor: Run;
  judged: Judged;
  around: Surroundings;
  /** A mark is a sentence of the pack or of a round again, as a second hand marked it: only anchors learn from it. */
  from: 'pack' | 'round' | 'article' | 'off' | 'mark';
  /** Other notes whose claims it makes too. */
  also: readonly number[];
  /** Its fold; all sentences of an article share one. */
  fold: number;
}

/** A sentence judged by an engine that hasn't seen it. */
export interface Verdict {
  sentence: Labelled;
  /** The best note whose gates are open, where there is one. */
  top: (Ranked & { unmet: number }) | null;
  /** What the whole matcher answers under a calibration. */
  match: (calibration: Calibration) => LoneNote[];
}

const FOLDS = 5;

function labelled(bench: Bench, notes: readonly AuthoredNote[], pack: AuthoredPack): Labelled[] {
  const places = new Map(notes.map(({ id }, index) => [id, index]));
  const label = (
    note: number,
    makes: boolean,
    sentence: string,
    before: readonly string[],
    from: Labelled['from'],
  ): Labelled => {
    const { text, start, end } = unmark(sentence);
    const judged = bench.judge(text, before);
    const around = { cards: judged.cards, established: new Set(before), met: ON_SUBJECT };
    const anchor = tokensIn(judged.reading, start, end);
    const marked = text.slice(start, end);
    return { note, makes, text, marked, anchor, judged, around, from, also: [], fold: foldOf(text) };
  };
  const own = notes.flatMap(({ examples, counterexamples, cards = [] }, note) => [
    ...examples.map((text) => label(note, true, text, cards, 'pack')),
    ...counterexamples.map((text) => label(note, false, text, [], 'pack')),
  ]);
  const rounds = pack.rounds.flatMap(({ value: { note, against, text, before } }) => {
    const place = places.get(note ?? against ?? '');
    if (place === undefined) return [];
    return [label(place, note !== undefined, text, before ? (notes[place]?.cards ?? []) : [], 'round')];
  });
  const marks = pack.marks.flatMap(({ value: { note, text } }) => {
    const place = places.get(note);
    return place === undefined ? [] : [label(place, true, text, [], 'mark')];
  });
  const { on, off, paragraphs } = pack.articles;
  const inArticles = (articles: readonly MarkedArticle[], from: Labelled['from']): Labelled[] =>
    articles.flatMap((article) =>
      toldIn(bench, article).flatMap((told) => labelledIn(places, told, from, foldOf(article.article.title))),
    );
  return [...own, ...rounds, ...marks, ...inArticles([...on, ...paragraphs], 'article'), ...inArticles(off, 'off')];
}

function labelledIn(
  places: ReadonlyMap<string, number>,
  { text, judged, around, claims }: Told,
  from: Labelled['from'],
  fold: number,
): Labelled[] {
  const made = claims.flatMap(({ note }) => places.get(note) ?? []);
  const shared = { text, judged, around, from, also: made, fold };
  if (claims.length === 0) return [{ ...shared, note: -1, makes: false, marked: '', anchor: { from: 0, to: 0 } }];
  return claims.flatMap(({ note, start, end }) => {
    const place = places.get(note);
    const anchor = tokensIn(judged.reading, start, end);
    return place === undefined ? [] : [{ ...shared, note: place, makes: true, marked: text.slice(start, end), anchor }];
  });
}

const toSample = ({ note, makes, judged: { features } }: Labelled): Sample =>
  makes || note < 0 ? { features, note, weight: 1 } : { features, note: -1, against: note, weight: 1 };

/** Ranker and anchor model, trained on prose and on the labelled sentences that are seen. */
function engineFrom(prose: readonly Sample[], seen: readonly Labelled[], notes: number): Engine {
  const ranker = train([...prose, ...seen.filter(({ from }) => from !== 'mark').map(toSample)], notes);
  const marked = seen
    .filter(({ anchor }) => anchor.to > anchor.from)
    .map(({ judged: { reading }, note, anchor }) => ({ reading, note, anchor }));
  return {
    ranking: new Ranking(readRanker(ranker)),
    anchors: new Anchors(trainAnchors(marked, ranker.names), ranker.names),
  };
}

interface Engine {
  ranking: Ranking;
  anchors: Anchors;
}

function judge(sentence: Labelled, { ranking, anchors }: Engine, signatures: readonly Signature[]): Verdict {
  const { judged, around } = sentence;
  const under = (calibration: Calibration) => new Matcher(ranking, anchors, signatures, calibration);
  const top = under(CALIBRATION).rank(judged.reading, around)[0]?.ranked;
  const signature = top && signatures[top.note];
  return {
    sentence,
    top: top && signature ? { ...top, unmet: unmetOf(signature, judged.reading, around) } : null,
    match: (calibration) => notesOn(under(calibration), judged.reading, around),
  };
}

/** A sentence keeps its fold when others come and go, so that results of different days can be compared (FNV-1a). */
function foldOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 8) % FOLDS;
}

/** The signs of an article's subject, by an engine that hasn't seen it. */
export interface SubjectVerdict {
  on: boolean;
  title: string;
  /** Under a calibration of the claims, which are among the signs. */
  signs: (calibration: Calibration) => SubjectSigns;
}

export interface Verdicts {
  notes: AuthoredNote[];
  verdicts: Verdict[];
  subjects: SubjectVerdict[];
}

/** Judges every labelled sentence and article out of its fold. Minutes: five trainings of the whole engine. */
export function crossValidate(pack: AuthoredPack): Verdicts {
  const notes = pack.notes.map(({ value }) => value);
  const bench = new Bench(
    conceptsOf(pack),
    pack.cards.map(({ value }) => value),
  );
  const signatures = notes.map((note) => signatureOf(bench, note));
  const prose = samplesOf(
    bench,
    notes.map((note) => ({ ...note, examples: [], counterexamples: [] })),
    [],
    [],
  );
  const subject = new SubjectJudge({ lexicon: lexiconTable(lexiconKeys(subjectWordsOf(pack))), ...SUBJECT });
  const sentences = labelled(bench, notes, pack);
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const engine = engineFrom(
      prose,
      sentences.filter((each) => each.fold !== fold),
      notes.length,
    );
    const held = sentences.filter(({ fold: its, from }) => its === fold && from !== 'off' && from !== 'mark');
    const signsOf =
      (on: boolean) =>
      (marked: MarkedArticle): SubjectVerdict[] => {
        if (foldOf(marked.article.title) !== fold) return [];
        const signs = (calibration: Calibration): SubjectSigns => {
          const matcher = new Matcher(engine.ranking, engine.anchors, signatures, calibration);
          const finds = findIn({ lexicon: bench.lexicon, linker: bench.linker, matcher }, marked.article);
          return subject.signs(subjectOf(finds));
        };
        return [{ on, title: marked.article.title, signs }];
      };
    return {
      verdicts: held.map((sentence) => judge(sentence, engine, signatures)),
      subjects: [...pack.articles.on.flatMap(signsOf(true)), ...pack.articles.off.flatMap(signsOf(false))],
    };
  });
  return {
    notes,
    verdicts: judged.flatMap(({ verdicts }) => verdicts),
    subjects: judged.flatMap(({ subjects }) => subjects),
  };
}

/**
 * Right: a sentence's own note. Wrong: another note on a sentence that makes a claim, its own on a look-alike, or any on one
 * that makes none.
 */
export function outcome({ sentence }: Verdict, got: number | undefined): 'right' | 'wrong' | 'silent' {
  if (got === undefined) return 'silent';
  if (sentence.also.includes(got) && got !== sentence.note) return 'silent';
  if (sentence.makes) return got === sentence.note ? 'right' : 'wrong';
  return got === sentence.note || sentence.note < 0 ? 'wrong' : 'silent';
}
