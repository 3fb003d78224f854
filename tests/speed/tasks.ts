/** What a page's main thread does while something happens, from Chromium's own trace. */
import type { Page } from 'puppeteer-core';

export interface Task {
  /** Milliseconds of the processor's time, and of the clock: on a busy machine a task waits in the middle. */
  busy: number;
  took: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: {
    name?: string;
    data?: { documentLoaderURL?: string; page?: string; frames?: { url: string; processId: number }[] };
  };
}

/** The tasks of a page's main thread while `act` runs, longest first. */
export async function tasksDuring(page: Page, act: () => Promise<unknown>): Promise<Task[]> {
  await page.tracing.start({ categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'] });
  await act();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const frames = traceEvents.flatMap(({ args }) => args?.data?.frames ?? []);
  const process = frames.find(({ url }) => url === page.url())?.processId;
  const main = traceEvents.find(
    ({ name, pid, args }) => name === 'thread_name' && pid === process && args?.name === 'CrRendererMain',
  );
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === main?.pid && tid === main?.tid)
    .map(({ dur = 0, tdur = dur }) => ({ busy: tdur / 1000, took: dur / 1000 }))
    .sort((one, other) => other.busy - one.busy);
}
