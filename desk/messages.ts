/**
 * Every message between Sidelight's parts: who asks whom, with what, for what. Questions are parsed where they arrive;
 * answers where they are given and, at least in outline, where they return. All are one-shot (a port would not survive
 * the back/forward cache) and may be asked twice, since a background that is stopped in the middle of an answer is
 * simply asked again.
 */
import { defineExtensionMessaging } from '@webext-core/messaging';
import * as z from 'zod/mini';
import { Angle, Answer, Article, CardView, Day, Place, Subject } from '../context/schema';

interface Message<Question, Reply> {
  kind: string;
  question: z.ZodMiniType<Question>;
  reply: z.ZodMiniType<Reply>;
  /** What is looked at where the reply returns. */
  returned: z.ZodMiniType<Reply>;
}

/** What crosses between worlds is a result: errors don't survive the way in every browser. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: string };

/** What was found in a page, for the popup's list. */
export const Found = z.object({
  notes: z.array(z.object({ number: z.int(), angle: Angle, headline: z.string() })),
  cards: z.int(),
});
export type Found = z.infer<typeof Found>;

/** All that was found in a page, and what its reader has opened, for the side panel. */
export const Contents = z.object({
  answer: Answer,
  published: z.nullable(Day),
  language: z.string(),
  /** Ids of notes. */
  read: z.array(z.string()),
});
export type Contents = z.infer<typeof Contents>;

const nothing = z.nullish(z.null());

/**
 * An answer is parsed whole where the background gives it. In the page, which has frames to draw, its outline tells an
 * answer of this format; parsing its thousands of fields anew would be the longest task of all.
 */
const AnswerOutline = z.object({
  subject: Subject,
  annotations: z.custom<Answer['annotations']>(Array.isArray),
  mentions: z.custom<Answer['mentions']>(Array.isArray),
  more: z.custom<Answer['more']>(Array.isArray),
  stated: z.custom<Answer['stated']>(isObject),
  cards: z.custom<Answer['cards']>(isObject),
});

/** Spotter → background: this page deserves a real look. */
export const spotted = message('spotted', nothing, nothing);
/** Annotator → background: the text of an article, for what the pack knows about it. */
export const annotate = message('annotate', Article, Answer, AnswerOutline);
/** Annotator → background: a card by its id; null where the pack has none of that name. */
export const card = message('card', z.string(), z.nullable(CardView));
/** Annotator → background: nothing is shown in this tab any more. */
export const left = message('left', nothing, nothing);
/** Popup → annotator: what was found here? No answer where there is no annotator. */
export const found = message('found', nothing, Found);
/** Side panel → annotator: all that was found here. No answer where there is no annotator. */
export const contents = message('contents', nothing, Contents);
/** Popup, side panel → annotator: go there, and open what stands there. */
export const reveal = message('reveal', Place, nothing);
/** Background, popup → annotator: open the tray, or close it. */
export const tray = message('tray', nothing, nothing);
/** Annotator → background: the keys that do so; empty where there are none. */
export const shortcut = message('shortcut', nothing, z.string());
/** Annotator → background: open the side panel. Sent by a press, and only where browsers let a message carry one. */
export const panel = message('panel', nothing, nothing);

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

const transport = defineExtensionMessaging<Record<string, (data: unknown) => unknown>>();

/** Between the tries of a question that got no answer; waking a background takes less than the first. */
const RETRIES_MS = [150, 1000];

/** Asks the background. Tries again where no answer comes. Never throws. */
export async function ask<Question, Reply>(message: Message<Question, Reply>, question: Question) {
  let result = await askOnce(message, question);
  for (const delay of RETRIES_MS) {
    if (result.ok || isOrphaned()) break;
    await new Promise((resolve) => setTimeout(resolve, delay));
    result = await askOnce(message, question);
  }
  return result;
}

/** Asks the annotator of a tab, once. Never throws. */
export function askTab<Question, Reply>(message: Message<Question, Reply>, question: Question, tabId: number) {
  return askOnce(message, question, { tabId, frameId: 0 });
}

/**
 * Answers messages of a kind in this context, from Sidelight's own parts alone; gives the function that stops it. To be
 * called while a script starts, so that a waking background misses nothing.
 */
export function onAsked<Question, Reply>(
  { kind, question, reply }: Message<Question, Reply>,
  answer: (question: Question, sender: chrome.runtime.MessageSender) => Reply | Promise<Reply>,
): () => void {
  return transport.onMessage(kind, async ({ data, sender }) => {
    if (sender.id !== chrome.runtime.id) throw new Error('not one of ours');
    return z.parse(reply, await answer(z.parse(question, data), sender));
  });
}

/** Whether the extension was updated, reloaded or removed while this script lived on in a page. */
export function isOrphaned(): boolean {
  return !globalThis.chrome?.runtime?.id;
}

async function askOnce<Question, Reply>(
  { kind, returned }: Message<Question, Reply>,
  question: Question,
  tab?: { tabId: number; frameId: number },
): Promise<Result<Reply>> {
  try {
    return { ok: true, value: z.parse(returned, await transport.sendMessage(kind, question, tab)) };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

function message<Question, Reply>(
  kind: string,
  question: z.ZodMiniType<Question>,
  reply: z.ZodMiniType<Reply>,
  returned = reply,
): Message<Question, Reply> {
  return { kind, question, reply, returned };
}
