import type { Theme } from './theme';

/** What a range is painted as: an angle's name, or `name` for a name that has a card. */
export interface Painted {
  readonly range: Range;
  readonly as: string;
  readonly open: boolean;
}

/** Later ones lie above: a claim above the names in it, the open one above all. */
const PRIORITY = { name: 0, claim: 1, open: 2 };

/**
 * The name under which `highlights.css` styles a kind of highlight. One for each theme, since variables of the page
 * don't reach highlights and colours stand there literally.
 */
export function highlightName(as: string, open: boolean, theme: Theme): string {
  return `sidelight-${as}${open ? '-open' : ''}${theme === 'dark' ? '-dark' : ''}`;
}

/** Whether highlights are painted as selected text, whatever their style says: Chromium does so where colours are forced. */
export function selectsHighlights(): boolean {
  const isForced = globalThis.matchMedia?.(FORCED_COLOURS).matches === true;
  return isForced && !CSS.supports('-moz-appearance', 'none');
}

export const FORCED_COLOURS = '(forced-colors: active)';

/**
 * Paints ranges by CSS Custom Highlights: no node is touched. Only Sidelight's own names are ever set or deleted, and
 * all of them are gone when the signal aborts.
 */
export class Paint {
  readonly #registry: HighlightRegistry | undefined = globalThis.CSS?.highlights;
  #own = new Map<string, Highlight>();

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.draw([], 'light'), { once: true });
  }

  /** Paints these ranges and no others; where highlights look like selected text, only what is open. */
  draw(painted: Iterable<Painted>, theme: Theme): void {
    if (!this.#registry) return;
    const highlights = new Map<string, Highlight>();
    const selects = selectsHighlights();
    for (const { range, as, open } of painted) {
      if (selects && !open) continue;
      const name = highlightName(as, open, theme);
      const highlight = highlights.get(name) ?? new Highlight();
      highlight.priority = open ? PRIORITY.open : as === 'name' ? PRIORITY.name : PRIORITY.claim;
      highlights.set(name, highlight.add(range));
    }
    for (const [name, highlight] of this.#own) {
      // A newer life of the extension may have taken the name over.
      if (!highlights.has(name) && this.#registry.get(name) === highlight) this.#registry.delete(name);
    }
    for (const [name, highlight] of highlights) this.#registry.set(name, highlight);
    this.#own = highlights;
  }
}
