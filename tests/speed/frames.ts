/** How smooth a page is, as measured in it. All of it runs in the page. */

export interface Frames {
  /** Milliseconds from one frame to the next. */
  median: number;
  /** The share of frames that came after more than 20 ms. */
  late: number;
}

/** Scrolls from the top for about a second, a little each frame. */
export async function framesWhileScrolling(): Promise<Frames> {
  const FRAMES = 60;
  scrollTo({ top: 0, behavior: 'instant' });
  const gaps: number[] = [];
  let last = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < FRAMES; frame += 1) {
    scrollBy({ top: 40, behavior: 'instant' });
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
  }
  gaps.sort((a, b) => a - b);
  return { median: gaps[FRAMES / 2] ?? 0, late: gaps.filter((gap) => gap > 20).length / FRAMES };
}

/** From the press on each chip until the frame in which its note is drawn. */
export async function openingTimes(host: string): Promise<number[]> {
  const times: number[] = [];
  const root = document.querySelector(host)?.shadowRoot;
  for (const chip of root?.querySelectorAll<HTMLElement>('.chip') ?? []) {
    chip.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    chip.click();
    while (!root?.querySelector('.place:popover-open')) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    times.push(performance.now() - start);
    chip.click();
    await new Promise(requestAnimationFrame);
  }
  return times;
}
