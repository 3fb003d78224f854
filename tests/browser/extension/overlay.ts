/** Sidelight's overlay over a page, as tests look into it and act on it. */
import type { Page } from 'puppeteer-core';

/** What its host is found by; the test build opens the shadow root. */
export const HOST = ':root > [data-sidelight]';
/** The number at a claim. */
export const chip = (number: number) => `.places > li:nth-child(${number}) > .chip`;

/** Runs in the page, with what was found first. */
type Look<Found, Rest extends unknown[], T> = (found: Found, ...rest: Rest) => T;

/**
 * What a driver's page offers, for elements in the overlay. Everything is one question to the page: where Firefox's
 * driver hands over an element first, it takes 50 ms, and 300 for twenty of them.
 */
export function overlay(page: Page) {
  const all = <Rest extends unknown[], T>(
    selector: string,
    look: Look<HTMLElement[], Rest, T>,
    ...rest: Rest
  ): Promise<Awaited<T>> => ask(page, selector, `${look}`, rest);

  const first = <Rest extends unknown[], T>(
    selector: string,
    look: Look<HTMLElement, Rest, T>,
    ...rest: Rest
  ): Promise<Awaited<T>> => {
    const missing = JSON.stringify(`nothing in the overlay is ${selector}`);
    return ask(
      page,
      selector,
      `([one], ...rest) => { if (!one) throw new Error(${missing}); return (${look})(one, ...rest) }`,
      rest,
    );
  };

  const count = (selector: string) => all(selector, (found) => found.length);

  return {
    all,
    first,
    count,
    has: async (selector: string) => (await count(selector)) > 0,
    /** With each run of white space as one space. */
    texts: (selector: string) =>
      all(selector, (found) => found.map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')),
    box: (selector: string) => first(selector, (one) => one.getBoundingClientRect().toJSON() as DOMRect),
    focus: (selector: string) => first(selector, (one) => one.focus()),
    /** Without a pointer, as assistive technology does. */
    press: (selector: string) => first(selector, (one) => one.click()),
    /** With the mouse. */
    async click(selector: string) {
      const { x, y, width, height } = await first(selector, bringIntoWindow);
      await page.mouse.click(x + width / 2, y + height / 2);
    },
  };
}

function ask<T>(page: Page, selector: string, look: string, rest: readonly unknown[]): Promise<Awaited<T>> {
  const root = `document.querySelector(${JSON.stringify(HOST)})?.shadowRoot`;
  const found = `[...(${root}?.querySelectorAll(${JSON.stringify(selector)}) ?? [])]`;
  const values = [found, ...rest.map((value) => JSON.stringify(value))].join(', ');
  return page.evaluate(`(${look})(${values})`) as Promise<Awaited<T>>;
}

/** Runs in the page. Gives the element's box once it stands in the window. */
async function bringIntoWindow(element: HTMLElement): Promise<DOMRect> {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return element.getBoundingClientRect().toJSON() as DOMRect;
}
