/** Work that can pause, so that a page has frames to draw and input to hear between its steps. */
export type Steps<Result> = Generator<void, Result>;

/** Does all of it at once, as where nobody waits for frames. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does it a step at a time; the page comes in between. */
export async function bySteps<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    await breathe();
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Lets the page have its thread before more is done. */
export function breathe(): Promise<void> {
  // Chrome has it since 129.
  return globalThis.scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume));
}
