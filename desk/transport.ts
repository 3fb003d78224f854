/** Carries questions and results between Sidelight's own parts, and knows nothing of what they say. */
import { type Browser, browser } from 'wxt/browser';
import { isRecord } from './records';

/** What crosses between worlds is a result: errors don't survive the way in every browser. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: string };

/** Sends a question to the background, or to the annotator of a tab, and gives what was answered. */
export async function send(kind: string, question: unknown, tabId?: number): Promise<unknown> {
  const message = { kind, question };
  const result: unknown = await (tabId === undefined
    ? browser.runtime.sendMessage(message)
    : browser.tabs.sendMessage(tabId, message, { frameId: 0 }));
  if (isRecord(result) && result.ok === true) return result.value;
  throw new Error(isRecord(result) ? String(result.error) : 'no answer');
}

/** Has questions of a kind answered in this context, from Sidelight's own parts alone; gives the function that stops it. */
export function listen(
  kind: string,
  answer: (question: unknown, sender: Browser.runtime.MessageSender) => unknown,
): () => void {
  const { onMessage } = browser.runtime;
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (result: Result<unknown>) => void,
  ) => {
    if (!isRecord(message) || message.kind !== kind || sender.id !== browser.runtime.id) return false;
    void resultOf(async () => answer(message.question, sender)).then(respond);
    // The response is on its way.
    return true;
  };
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}

/** What comes of a piece of work, whether it throws or not. */
export async function resultOf<Value>(work: () => Value | Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
