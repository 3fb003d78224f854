/**
 * Cross-validation: every sentence of the pack and of the rounds is judged by an engine that was trained without it.
 */
import { Anchors, type Run } from '../../context/anchor';
import { type Calibration, Matcher, type Ranked, topOf } from '../../context/matcher';
import { Ranking } from '../../context/ranker';
import { ON_SUBJECT, passes, type Signature, type Surroundings, unmetOf } from '../../context/signature';
import { samplesOf, signatureOf } from '../compile';
import { type AuthoredPack, conceptsOf } from '../read';
import { Bench, type Judged, unmark } from '../samples';
import type { AuthoredNote } from '../schema';
import { type Sample, train } from '../train';
import { tokensIn, trainAnchors } from '../train-anchors';

/** A labelled sentence: it makes the note's claim, or (a look-alike) must not get that note. */
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
  /** From a round, not from the note's own examples. */
  round: boolean;
}

/** A sentence judged by an engine that hasn't seen it. */
export interface Verdict {
  sentence: Labelled;
  /** The best note whose gates are open, where there is one. */
  top: (Ranked & { unmet: number }) | null;
  /** What the whole matcher answers under a calibration. */
  match: (calibration: Calibration) => { note: number; probability: number; exact: string }[];
}

const FOLDS = 5;

function labelled(bench: Bench, notes: readonly AuthoredNote[], pack: AuthoredPack): Labelled[] {
  const places = new Map(notes.map(({ id }, index) => [id, index]));
  const label = (
    note: number,
    makes: boolean,
    sentence: string,
    before: readonly string[],
    round: boolean,
  ): Labelled => {
    const { text, start, end } = unmark(sentence);
    const judged = bench.judge(text, before);
    const around = { cards: judged.cards, near: ON_SUBJECT, established: new Set(before) };
    const anchor = tokensIn(judged.reading, start, end);
    return { note, makes, text, marked: text.slice(start, end), anchor, judged, around, round };
  };
  const own = notes.flatMap(({ examples, counterexamples, cards = [] }, note) => [
    ...examples.map((text) => label(note, true, text, cards, false)),
    ...counterexamples.map((text) => label(note, false, text, [], false)),
  ]);
  const rounds = pack.rounds.flatMap(({ value: { note, against, text, before } }) => {
    const place = places.get(note ?? against ?? '');
    if (place === undefined) return [];
    return [label(place, note !== undefined, text, before ? (notes[place]?.cards ?? []) : [], true)];
  });
  return [...own, ...rounds];
}

const toSample = ({ note, makes, judged: { features } }: Labelled): Sample =>
  makes ? { features, note, weight: 1 } : { features, note: -1, against: note, weight: 1 };

interface Engine {
  ranking: Ranking;
  anchors: Anchors;
}

/** Ranker and anchor model, trained on prose and on the labelled sentences that are seen. */
function engineFrom(prose: readonly Sample[], seen: readonly Labelled[], notes: number): Engine {
  const ranker = train([...prose, ...seen.map(toSample)], notes);
  const marked = seen
    .filter(({ anchor }) => anchor.to > anchor.from)
    .map(({ judged: { reading }, note, anchor }) => ({ reading, note, anchor }));
  return { ranking: new Ranking(ranker), anchors: new Anchors(trainAnchors(marked, ranker.names), ranker.names) };
}

function judge(sentence: Labelled, { ranking, anchors }: Engine, signatures: readonly Signature[]): Verdict {
  const { reading, features } = sentence.judged;
  const open = signatures.flatMap((signature, note) => (passes(signature, reading, sentence.around) ? [note] : []));
  const best = topOf(ranking.score(features).scores, open);
  const signature = best && signatures[best.note];
  return {
    sentence,
    top: best && signature ? { ...best, unmet: unmetOf(signature, reading, sentence.around) } : null,
    match: (calibration) =>
      new Matcher(ranking, anchors, signatures, calibration)
        .match(reading, sentence.around)
        .map(({ note, probability, anchor }) => ({
          note,
          probability,
          exact: sentence.text.slice(reading.tokens[anchor.from]?.start, reading.tokens[anchor.to - 1]?.end),
        })),
  };
}

/** A sentence keeps its fold when others come and go, so that results of different days can be compared (FNV-1a). */
function foldOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 8) % FOLDS;
}

/** Judges every labelled sentence out of its fold. About a minute: five trainings of the whole ranker. */
export function crossValidate(pack: AuthoredPack): { notes: AuthoredNote[]; verdicts: Verdict[] } {
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
  );
  const sentences = labelled(bench, notes, pack);
  const verdicts = Array.from({ length: FOLDS }, (_, fold) => {
    const seen = sentences.filter(({ text }) => foldOf(text) !== fold);
    const engine = engineFrom(prose, seen, notes.length);
    return sentences.filter(({ text }) => foldOf(text) === fold).map((sentence) => judge(sentence, engine, signatures));
  });
  return { notes, verdicts: verdicts.flat() };
}

/** Right: a sentence's own note. Wrong: another note on a sentence that makes a claim, or its own on a look-alike. */
export function outcome({ sentence }: Verdict, got: number | undefined): 'right' | 'wrong' | 'silent' {
  if (got === undefined) return 'silent';
  if (sentence.makes) return got === sentence.note ? 'right' : 'wrong';
  return got === sentence.note ? 'wrong' : 'silent';
}
