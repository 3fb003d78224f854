import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  type Middleware,
  offset,
  type Placement,
  type Platform,
  platform,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom';
import { clearSheet, type Rect } from './sheet';

/** Below this width of the viewport there is no room beside or around a claim: the popover is a sheet at the bottom. */
export const SHEET_BELOW = 480;
/** Between claim and popover. */
const GAP = 8;
/** Between popover and the edge of the viewport. */
const MARGIN = 8;
/** Higher than this, text is better scrolled than shown. */
const MOST_HEIGHT = 560;
/** Less than this is no height to read in. */
const LEAST_HEIGHT = 160;

/** How far a view goes across. */
type Span = Pick<Rect, 'left' | 'right'>;

/** Where a popover may stand, best first: beside the column where it fits, so that no text is covered. */
export function placementsFor(claim: Rect, column: Rect, popoverWidth: number, view: Span): Placement[] {
  const needed = popoverWidth + GAP + MARGIN;
  const beside: Placement[] = [];
  if (view.right - Math.max(column.right, claim.right) >= needed) beside.push('right-start');
  if (Math.min(column.left, claim.left) - view.left >= needed) beside.push('left-start');
  return [...beside, 'bottom-start', 'top-start'];
}

/** What the popover keeps clear of: beside the column, the column's whole width at the claim's height. */
export function referenceFor(placement: Placement, claim: Rect, column: Rect): DOMRect {
  const beside = placement.startsWith('left') || placement.startsWith('right');
  const left = beside ? Math.min(claim.left, column.left) : claim.left;
  const right = beside ? Math.max(claim.right, column.right) : claim.right;
  return new DOMRect(left, claim.top, right - left, claim.bottom - claim.top);
}

/** Reckons in the viewport alone: the library takes a margin or shift of the root for a scroll bar, and knows no zoom. */
const PLATFORM: Platform = {
  ...platform,
  getDimensions: (element) => element.getBoundingClientRect(),
  getElementRects: ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: floating.getBoundingClientRect(),
  }),
};

export interface Anchoring {
  popover: HTMLElement;
  /** An element near the claim, whose scrolling moves it. */
  context: Element;
  /** The claim's box in the viewport; null once it has none. */
  claim: () => Rect | null;
  column: () => Rect;
  /** The claim's text has just been taken out, as by a page that draws itself anew; the next reading decides. */
  isRedrawn: () => boolean;
  /** The claim has no box any more, or has scrolled out of its container: close. */
  onGone: () => void;
  signal: AbortSignal;
}

/**
 * Keeps a popover beside its claim. The side is chosen once for a size of the window: a popover that jumps while one reads
 * is worse than a tight one.
 */
export function anchorPopover(anchoring: Anchoring): void {
  const { popover, context, claim, column, isRedrawn, onGone, signal } = anchoring;
  let chosen: Placement | null = null;
  let chosenFor = '';
  let lifted = false;
  const candidates = (box: Rect): Placement[] => {
    const size = `${innerWidth} ${innerHeight}`;
    if (size !== chosenFor) chosen = null;
    chosenFor = size;
    if (chosen) return [chosen];
    return placementsFor(box, column(), popover.getBoundingClientRect().width, viewNow());
  };
  const update = async () => {
    const box = claim();
    if (!box) return isRedrawn() ? undefined : onGone();
    const sheet = innerWidth < SHEET_BELOW;
    popover.classList.toggle('sheet', sheet);
    if (sheet) {
      popover.style.left = popover.style.top = '';
      if (!lifted) clearSheet(popover, claim);
      lifted = true;
      return;
    }
    const [first = 'bottom-start', ...others] = candidates(box);
    const result = await computePosition(referenceOf(first, box, column(), context), popover, {
      platform: PLATFORM,
      strategy: 'fixed',
      placement: first,
      middleware: middlewareFor(first, others),
    });
    if (signal.aborted) return;
    chosen ??= result.placement;
    if (result.middlewareData.hide?.referenceHidden && !isRedrawn()) return onGone();
    place(popover, result);
  };
  const virtual: VirtualElement = {
    contextElement: context,
    getBoundingClientRect: () => toDomRect(claim() ?? { left: 0, top: 0, right: 0, bottom: 0 }),
  };
  signal.addEventListener(
    'abort',
    autoUpdate(virtual, popover, () => void update()),
    { once: true },
  );
}

function middlewareFor(first: Placement, others: Placement[]): Middleware[] {
  const beside = /^(?:left|right)/.test(first);
  return [
    offset(GAP),
    // Beside the column there is always room: up and down it may shift as far as it likes without covering the claim.
    ...(beside || others.length === 0 ? [] : [flip({ padding: MARGIN, fallbackPlacements: others })]),
    shift({ padding: MARGIN }),
    size({
      padding: MARGIN,
      apply: ({ availableHeight, elements }) => {
        const height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, availableHeight));
        elements.floating.style.setProperty('--most-height', `${Math.floor(height / zoomOf(elements.floating))}px`);
      },
    }),
    hide(),
  ];
}

function referenceOf(placement: Placement, claim: Rect, column: Rect, contextElement: Element): VirtualElement {
  return { contextElement, getBoundingClientRect: () => referenceFor(placement, claim, column) };
}

function place(popover: HTMLElement, { x, y }: { x: number; y: number }): void {
  const zoom = zoomOf(popover);
  popover.style.left = `${Math.round(x / zoom)}px`;
  popover.style.top = `${Math.round(y / zoom)}px`;
}

/** Where a page zooms its root, a popover's own pixels are larger than the viewport's. Chrome before 128 doesn't tell. */
function zoomOf({ currentCSSZoom }: HTMLElement): number {
  return currentCSSZoom ?? 1;
}

/** What is seen of the page: less than the window once two fingers have zoomed in. */
function viewNow(): Span {
  const { offsetLeft: left, width } = visualViewport ?? { offsetLeft: 0, width: innerWidth };
  return { left, right: left + width };
}

function toDomRect({ left, top, right, bottom }: Rect): DOMRect {
  return new DOMRect(left, top, right - left, bottom - top);
}
