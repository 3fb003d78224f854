/** A sentence on its own, as it would be judged inside an article on the subject: for checks, measures and editors. */
import { chooseBest } from './density';
import { type Matcher, wordsIn } from './matcher';
import type { Pack } from './pack';
import { type Reading, read } from './reading';
import { ON_SUBJECT, type Surroundings } from './signature';

export interface LoneNote {
  note: number;
  /** 0 … 1 */
  probability: number;
  /** The words that the footnote hangs on. */
  exact: string;
}

/** The notes that a sentence carries, best first. */
export function notesOn(matcher: Matcher, reading: Reading, around: Surroundings): LoneNote[] {
  const likely = matcher.match(reading, around).map((candidate) => ({ ...candidate, sentence: 0 }));
  const found = likely.filter(({ probability }) => probability >= matcher.threshold);
  return chooseBest(found, reading.tokens.length, (each, taken) => matcher.anchor(reading, each, taken))
    .sort((a, b) => b.probability - a.probability)
    .map(({ note, probability, anchor }) => ({ note, probability, exact: wordsIn(reading, anchor.from, anchor.to) }));
}

/**
 * Judges a lone sentence.
 * @param before cards that the article has mentioned already
 * @returns its notes, best first, and the cards it names
 */
export function judgeLone(
  pack: Pick<Pack, 'lexicon' | 'linker' | 'matcher'>,
  text: string,
  before: readonly string[] = [],
): { notes: LoneNote[]; cards: string[] } {
  const reading = read(pack.lexicon, text);
  const established = new Set(before);
  const cards = new Set(pack.linker.link(reading, established).map(({ card }) => card));
  return { notes: notesOn(pack.matcher, reading, { cards, established, met: ON_SUBJECT }), cards: [...cards] };
}
