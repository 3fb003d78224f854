/**
 * An annotated article as its reader meets it, read from the overlay in a browser. Only the test build's overlay can be
 * entered: the one that readers get is closed.
 */
import type { Page } from 'puppeteer-core';

/** A button in the overlay: the chip of a note, or the name of a card. */
export interface Entry {
  kind: 'note' | 'card';
  /** Its place among its kind, from 0. */
  index: number;
  label: string;
  angle: string | null;
}

const SELECTORS = { note: '.chip', card: '.names button' };
/** Cards are fetched from the background, which may have to start first. */
const OPENING_MS = 5_000;

/** Waits until the article carries notes, or `ms` have gone by; gives the notes and then the cards, in reading order. */
export async function entriesOn(page: Page, ms: number): Promise<Entry[]> {
  const appeared = await page
    .waitForFunction(() => document.querySelector('[data-sidelight]')?.shadowRoot?.querySelector('.chip'), {
      timeout: ms,
    })
    .catch(() => null);
  if (!appeared) return [];
  const entries = (kind: Entry['kind']) =>
    page.evaluate(
      (selector, is) => {
        const buttons = document.querySelector('[data-sidelight]')?.shadowRoot?.querySelectorAll<HTMLElement>(selector);
        return [...(buttons ?? [])].map((button, index) => {
          const label = button.ariaLabel ?? button.textContent ?? '';
          return { kind: is, index, label, angle: button.dataset.angle ?? null };
        });
      },
      SELECTORS[kind],
      kind,
    );
  return [...(await entries('note')), ...(await entries('card'))];
}

/** Opens a note or card as a press of its button does, and gives the text that the reader then sees, without what is only spoken. */
export async function openEntry(page: Page, { kind, index }: Entry): Promise<string> {
  await page.evaluate(
    (selector, at) => {
      const root = document.querySelector('[data-sidelight]')?.shadowRoot;
      for (const open of root?.querySelectorAll<HTMLElement>('[aria-expanded=true]') ?? []) open.click();
      const button = root?.querySelectorAll<HTMLElement>(selector)[at];
      button?.scrollIntoView({ block: 'center', behavior: 'instant' });
      // A keyboard comes to a name's button first, which brings the name into view.
      button?.focus();
      button?.click();
    },
    SELECTORS[kind],
    index,
  );
  const heading = '[role=dialog] h2';
  await page.waitForFunction(
    (selector, at, wanted) => {
      const root = document.querySelector('[data-sidelight]')?.shadowRoot;
      const button = root?.querySelectorAll<HTMLElement>(selector)[at];
      return button?.ariaExpanded === 'true' && root?.querySelector(wanted);
    },
    { timeout: OPENING_MS },
    SELECTORS[kind],
    index,
    heading,
  );
  return page.evaluate(() => {
    const dialog = document.querySelector('[data-sidelight]')?.shadowRoot?.querySelector<HTMLElement>('[role=dialog]');
    const unseen = [...(dialog?.querySelectorAll<HTMLElement>('.unseen') ?? [])];
    for (const words of unseen) words.hidden = true;
    // biome-ignore lint/performance/useDomNodeTextContent: only the text as laid out has its lines, without hidden parts
    const text = dialog?.innerText ?? '';
    for (const words of unseen) words.hidden = false;
    return text;
  });
}
