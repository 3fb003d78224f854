/**
 * Every message between Sidelight's parts: who asks whom, with what, for what. All are one-shot (a port would not survive
 * the back/forward cache) and may be asked twice, since a background that is stopped in the middle of an answer is simply
 * asked again. `own-end.ts` parses with these shapes; `page-end.ts` has their types alone.
 */
import * as z from 'zod/mini';
import { Angle, Answer, Article, CardView, Day, Place } from '../context/schema';

/** What was found in a page, for the popup's list. */
const Found = z.object({
  notes: z.array(z.object({ number: z.int(), angle: Angle, headline: z.string() })),
  cards: z.int(),
});
export type Found = z.infer<typeof Found>;

/** All that was found in a page, and what its reader has opened, for the side panel. */
const Contents = z.object({
  answer: Answer,
  published: z.nullable(Day),
  language: z.string(),
  /** Ids of notes. */
  read: z.array(z.string()),
});
export type Contents = z.infer<typeof Contents>;

const nothing = z.null();
const done = z.void();

export const MESSAGES = {
  /** Spotter → background: this page deserves a real look. */
  spotted: { question: nothing, reply: done },
  /** Annotator → background: the text of an article, for what the pack knows about it. */
  annotate: { question: Article, reply: Answer },
  /** Annotator → background: a card by its id; null where the pack has none of that name. */
  card: { question: z.string(), reply: z.nullable(CardView) },
  /** Annotator → background: nothing is shown in this tab any more. */
  left: { question: nothing, reply: done },
  /** Annotator → background: the keys that open the tray; empty where there are none. */
  shortcut: { question: nothing, reply: z.string() },
  /** Annotator → background: open the side panel. Sent by a press, and only where browsers let a message carry one. */
  panel: { question: nothing, reply: done },
  /** Popup → annotator: what was found here? No answer where there is no annotator. */
  found: { question: nothing, reply: Found },
  /** Side panel → annotator: all that was found here. No answer where there is no annotator. */
  contents: { question: nothing, reply: Contents },
  /** Popup, side panel → annotator: go there, and open what stands there. */
  reveal: { question: Place, reply: done },
  /** Background, popup → annotator: open the tray, or close it. */
  tray: { question: nothing, reply: done },
};

export type Kind = keyof typeof MESSAGES;
export type Question<K extends Kind> = z.infer<(typeof MESSAGES)[K]['question']>;
export type Reply<K extends Kind> = z.infer<(typeof MESSAGES)[K]['reply']>;
