import { clearSheet, type Rect } from './sheet';
import { clipOf } from './sight';

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

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of the claim, or, for `right` and `left`, of the whole column that it stands in. */
export type Side = 'right' | 'left' | 'below' | 'above';

/** What a popover is placed by, in the viewport's coordinates. */
export interface Setting {
  claim: Rect;
  /** The article's column. */
  column: Rect;
  /** What is seen of the page. */
  view: Rect;
}

/** Where a popover stands: beside the column where it fits, so that no text is covered; else below its claim, or above. */
export function sideFor(popover: Size, setting: Setting): Side {
  const { claim, column, view } = setting;
  const needed = popover.width + GAP + MARGIN;
  if (view.right - Math.max(column.right, claim.right) >= needed) return 'right';
  if (Math.min(column.left, claim.left) - view.left >= needed) return 'left';
  const [below, above] = [roomAt('below', setting), roomAt('above', setting)];
  return below >= popover.height || below >= above ? 'below' : 'above';
}

/** How high a popover may be there. */
export function mostHeightAt(side: Side, setting: Setting): number {
  return Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, roomAt(side, setting)));
}

/** Its upper left corner. It shifts along the side it stands at, so that it lies in the view. */
export function cornerAt(side: Side, popover: Size, { claim, column, view }: Setting): { left: number; top: number } {
  const along = {
    left: within(claim.left, view.left + MARGIN, view.right - MARGIN - popover.width),
    top: within(claim.top, view.top + MARGIN, view.bottom - MARGIN - popover.height),
  };
  switch (side) {
    case 'right':
      return { ...along, left: Math.max(claim.right, column.right) + GAP };
    case 'left':
      return { ...along, left: Math.min(claim.left, column.left) - GAP - popover.width };
    case 'below':
      return { ...along, top: claim.bottom + GAP };
    case 'above':
      return { ...along, top: claim.top - GAP - popover.height };
  }
}

export interface Anchoring {
  popover: HTMLElement;
  /** The element that the claim stands in. */
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
 * Puts a popover beside its claim, and gives what keeps it there when the page has moved. The side is chosen once for a
 * size of the window: a popover that jumps while one reads is worse than a tight one.
 */
export function anchorPopover(anchoring: Anchoring): () => void {
  const { popover, context, claim, column, isRedrawn, onGone, signal } = anchoring;
  let side: Side | null = null;
  let chosenFor = '';
  let lifted = false;
  const showAsSheet = () => {
    popover.style.left = popover.style.top = '';
    if (!lifted) clearSheet(popover, claim);
    lifted = true;
  };
  const showAt = (setting: Setting) => {
    const size = `${innerWidth} ${innerHeight}`;
    if (size !== chosenFor) side = null;
    chosenFor = size;
    // Chrome before 128 doesn't tell.
    const zoom = popover.currentCSSZoom ?? 1;
    const write = (property: string, pixels: number) =>
      popover.style.setProperty(property, `${Math.floor(pixels / zoom)}px`);
    side ??= sideFor(sizeOf(popover, zoom), setting);
    write('--most-height', mostHeightAt(side, setting));
    const { left, top } = cornerAt(side, sizeOf(popover, zoom), setting);
    write('left', left);
    write('top', top);
  };
  const update = () => {
    const box = claim();
    const isSheet = innerWidth < SHEET_BELOW;
    const view = viewNow();
    if (!box || (!isSheet && !isSeen(box, context, view))) return isRedrawn() ? undefined : onGone();
    popover.classList.toggle('sheet', isSheet);
    if (isSheet) showAsSheet();
    else showAt({ claim: box, column: column(), view });
  };
  // Another card or note in it has another height.
  const sizes = new ResizeObserver(update);
  sizes.observe(popover);
  signal.addEventListener('abort', () => sizes.disconnect(), { once: true });
  // Two fingers that zoom in move no box.
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, update, { signal });
  update();
  return update;
}

function roomAt(side: Side, { claim, view }: Setting): number {
  if (side === 'below') return view.bottom - MARGIN - claim.bottom - GAP;
  if (side === 'above') return claim.top - GAP - view.top - MARGIN;
  return view.bottom - view.top - 2 * MARGIN;
}

/** Where it can't keep to both, to the lower bound: a popover that is too large shows its beginning. */
function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function isSeen(box: Rect, context: Element, view: Rect): boolean {
  const { left, top, right, bottom } = clipOf(context);
  const clip = {
    left: Math.max(left, view.left),
    top: Math.max(top, view.top),
    right: Math.min(right, view.right),
    bottom: Math.min(bottom, view.bottom),
  };
  return box.right > clip.left && box.left < clip.right && box.bottom > clip.top && box.top < clip.bottom;
}

function viewNow(): Rect {
  const {
    offsetLeft: left,
    offsetTop: top,
    width,
    height,
  } = visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: innerWidth,
    height: innerHeight,
  };
  return { left, top, right: left + width, bottom: top + height };
}

/** Where a page zooms its root, a popover's own pixels are larger than the viewport's. */
function sizeOf({ offsetWidth, offsetHeight }: HTMLElement, zoom: number): Size {
  return { width: offsetWidth * zoom, height: offsetHeight * zoom };
}
