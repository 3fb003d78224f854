/**
 * More on what an article names: notes whose cards stand in it, but for whose claim it has no passage. They are offered
 * apart from the text, so they may be looser than annotations, though not many.
 */
import type { Signature } from './signature';

/** What is asked of a note here; the compiled pack's notes have it. */
export interface Touching {
  id: string;
  /** Cards that the note touches, the one that it is about first. */
  cards: readonly string[];
  signature: Pick<Signature, 'all'>;
}

export interface Named {
  /** The cards that the article names, each with how often. */
  cards: ReadonlyMap<string, number>;
  /** The concepts that stand anywhere in it. */
  concepts: ReadonlySet<string>;
  /** Ids of the notes that hang on its text. */
  shown: ReadonlySet<string>;
}

/** A list that one looks over; what is longer is another article. */
const MOST = 5;
/** Of one card: an article that is about one thing would get nothing else. */
const MOST_OF_ONE = 2;
const NEAR = /^near:/;

interface Scored<Note> {
  note: Note;
  cards: number;
  mentions: number;
  subject: number;
}

/** Whether a note is about what the article names: the card it is about stands there, or two of its others. */
function score<Note extends Touching>(note: Note, { cards, concepts, shown }: Named): Scored<Note>[] {
  const [about = ''] = note.cards;
  const hits = note.cards.filter((id) => cards.has(id));
  if (shown.has(note.id) || hits.length === 0 || !(cards.has(about) || hits.length > 1)) return [];
  const { all } = note.signature;
  const meets = (id: string) => concepts.has(id.replace(NEAR, '')) || cards.has(id.replace(NEAR, ''));
  const met = all.filter((group) => group.some(meets)).length;
  const mentions = hits.reduce((sum, id) => sum + (cards.get(id) ?? 0), 0);
  return [{ note, cards: hits.length, mentions, subject: all.length > 0 ? met / all.length : 0 }];
}

/**
 * The notes that touch most of what the article names, best first, at most five, and at most two about one card. Notes
 * of which the article speaks in every part of their claim, only not in one sentence, come before the others.
 */
export function moreOn<Note extends Touching>(notes: readonly Note[], named: Named): Note[] {
  const best = notes
    .flatMap((note) => score(note, named))
    .sort((a, b) => b.cards - a.cards || b.subject - a.subject || b.mentions - a.mentions);
  const chosen: Note[] = [];
  for (const { note } of best) {
    if (chosen.length >= MOST) break;
    const alike = chosen.filter((other) => other.cards[0] === note.cards[0]).length;
    if (alike < MOST_OF_ONE) chosen.push(note);
  }
  return chosen;
}
