import { anchorPopover } from '../../page/placement';
import { pullSheet } from '../../page/sheet';
import { showOnTop } from '../../page/top-layer';
import type { Target } from './targets';

interface Settling {
  /** The element that goes to the top layer, drawn. */
  place: HTMLElement;
  /** The box of the article's column. */
  column: () => DOMRect;
  signal: AbortSignal;
  /** The target can't be seen any more, or the page needs the room. */
  onGone: () => void;
}

/** A target that is open, from the act that opened it until it ends. */
export class Opening {
  readonly #life = new AbortController();
  #place: HTMLElement | null = null;

  /** @param pinned opened by an act of the reader, so it stays until dismissed; otherwise it goes with the pointer */
  constructor(
    readonly target: Target,
    readonly pinned: boolean,
  ) {}

  /** Brings the drawn surface to its place beside the target. */
  settle({ place, column, signal, onGone }: Settling): void {
    const { target } = this;
    this.#place = place;
    const life = AbortSignal.any([signal, this.#life.signal]);
    showOnTop(place, life, onGone);
    pullSheet({ sheet: place, onDismiss: onGone, signal: life });
    anchorPopover({
      popover: place,
      context: target.element(),
      claim: () => target.box(),
      column,
      isRedrawn: () => target.range.collapsed,
      onGone,
      signal: life,
    });
  }

  end(): void {
    this.#life.abort();
  }

  /** Where the surface is in the viewport; nowhere until it is settled. */
  box(): DOMRect {
    return this.#place?.getBoundingClientRect() ?? new DOMRect();
  }

  hasFocus(): boolean {
    const root = this.#place?.getRootNode();
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    return focused !== null && this.#place?.contains(focused) === true;
  }

  /** Moves focus to the heading, so that it is read out; leaves it where it is inside already. */
  takeFocus(): void {
    if (!this.hasFocus()) this.#place?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }
}
