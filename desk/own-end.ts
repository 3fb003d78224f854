/**
 * Messages as the background and Sidelight's own pages ask and answer them. All that arrives is parsed whole, since it
 * comes out of web pages; what goes there is parsed, too, and loses what its shape doesn't name.
 */
import type { Browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { type Kind, MESSAGES, type Question, type Reply } from './messages';
import { listen, type Result, resultOf, send } from './transport';

/** Asks the annotator of a tab, once. Never throws. */
export function askTab<K extends Kind>(kind: K, question: Question<K>, tabId: number): Promise<Result<Reply<K>>> {
  return resultOf(async () => shapesOf(kind).reply.parse(await send(kind, question, tabId)));
}

/**
 * Answers messages of a kind; gives the function that stops it. To be called while a script starts, so that a waking
 * background misses nothing.
 */
export function onAsked<K extends Kind>(
  kind: K,
  answer: (question: Question<K>, sender: Browser.runtime.MessageSender) => Reply<K> | Promise<Reply<K>>,
): () => void {
  const { question, reply } = shapesOf(kind);
  return listen(kind, async (asked, sender) => reply.parse(await answer(question.parse(asked), sender)));
}

/** The compiler sees a union of all shapes where a kind is open. */
function shapesOf<K extends Kind>(kind: K) {
  return MESSAGES[kind] as unknown as { question: z.ZodMiniType<Question<K>>; reply: z.ZodMiniType<Reply<K>> };
}
