/**
 * Messages as pages ask and answer them. What arrives here comes from Sidelight's own contexts and was parsed there, so
 * pages carry the types of messages and no Zod. Only the outline tells whether it is of this format; parsing an answer's
 * thousands of fields anew would be the longest task of all.
 */
import type { Kind, Question, Reply } from './messages';
import { isRecord } from './records';
import { listen, type Result, resultOf, send } from './transport';

/** What arrives in a page of each kind, as a question or as a reply. */
const ARRIVES: Record<Kind, (value: unknown) => boolean> = {
  spotted: isNothing,
  annotate: isAnswer,
  card: (value) => isNothing(value) || isRecord(value),
  left: isNothing,
  shortcut: (value) => typeof value === 'string',
  panel: isNothing,
  found: isNothing,
  contents: isNothing,
  reveal: isRecord,
  tray: isNothing,
};

/** Between the tries of a question that got no answer; waking a background takes less than the first. */
const RETRIES_MS = [150, 1000];

/** Asks the background. Tries again where no answer comes. Never throws. */
export async function ask<K extends Kind>(kind: K, question: Question<K>): Promise<Result<Reply<K>>> {
  const askOnce = () => resultOf(async () => arrived(kind, await send(kind, question)) as Reply<K>);
  let result = await askOnce();
  for (const delay of RETRIES_MS) {
    if (result.ok || isOrphaned()) break;
    await new Promise((resolve) => setTimeout(resolve, delay));
    result = await askOnce();
  }
  return result;
}

/** Answers messages of a kind; gives the function that stops it. */
export function onAsked<K extends Kind>(kind: K, answer: (question: Question<K>) => Reply<K>): () => void {
  return listen(kind, (question) => answer(arrived(kind, question) as Question<K>));
}

/** Whether the extension was updated, reloaded or removed while this script lived on in a page. */
export function isOrphaned(): boolean {
  return !globalThis.chrome?.runtime?.id;
}

/** @throws {Error} where something else arrived */
function arrived(kind: Kind, value: unknown): unknown {
  if (!ARRIVES[kind](value)) throw new Error(`not what “${kind}” looks like`);
  return value;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isAnswer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { subject, annotations, mentions, more, stated, cards } = value;
  return [annotations, mentions, more].every(Array.isArray) && [subject, stated, cards].every(isRecord);
}
