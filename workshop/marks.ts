/** The words that writers marked for a footnote to hang on: in the pack's own sentences, and by a second hand. */
import type { Reading } from '../context/reading';
import type { Run } from '../context/runs';
import { type Bench, type Told, unmark } from './samples';
import type { AuthoredNote } from './schema';

/** A sentence that makes a note's claim, and its marked anchor in tokens. */
export interface MarkedReading {
  reading: Reading;
  note: number;
  anchor: Run;
}

/** A sentence as it is written, with its mark in brackets. */
interface MarkedSentence {
  note?: string | undefined;
  text: string;
}

/**
 * The marked sentences of notes, of others that name their note, and of articles, as tokens; a mark that covers no word is
 * left out, and so is a sentence that makes no claim.
 */
export function marksOf(
  bench: Bench,
  notes: readonly AuthoredNote[],
  sentences: readonly MarkedSentence[],
  told: readonly Told[],
): MarkedReading[] {
  const places = new Map(notes.map(({ id }, index) => [id, index]));
  const own = notes.flatMap(({ id, examples }) => examples.map((text): MarkedSentence => ({ note: id, text })));
  const lone = [...own, ...sentences].flatMap(({ note, text: marked }) => {
    const place = places.get(note ?? '');
    if (place === undefined) return [];
    const { text, start, end } = unmark(marked);
    const { reading } = bench.judge(text);
    return [{ reading, note: place, anchor: tokensIn(reading, start, end) }];
  });
  const inArticles = told.flatMap(({ judged: { reading }, claims }) =>
    claims.flatMap(({ note, start, end }) => {
      const place = places.get(note);
      return place === undefined ? [] : [{ reading, note: place, anchor: tokensIn(reading, start, end) }];
    }),
  );
  return [...lone, ...inArticles].filter(({ anchor }) => anchor.to > anchor.from);
}

/** The run of tokens that a stretch of the text touches; empty where it touches none. */
export function tokensIn({ tokens }: Reading, start: number, end: number): Run {
  const from = tokens.findIndex((token) => token.end > start);
  const covered = tokens.filter((token) => token.end > start && token.start < end).length;
  return { from: Math.max(0, from), to: Math.max(0, from) + covered };
}
