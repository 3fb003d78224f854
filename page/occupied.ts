/** What of a page's own stands in a band beside its text. Reads layout, and writes nothing. */
import type { Rect } from './sheet';
import type { Stretch } from './stacking';
import { lightness } from './theme';

export interface Band {
  /** In the viewport, when `origin` is at `from`. */
  area: Rect;
  /** Moves with the page. */
  origin: Element;
  from: number;
  /** The text that the band lies beside, with all that surrounds it: never in the way. */
  around: ReadonlySet<Element>;
  /** The left and right edge of the text. */
  column: { left: number; right: number };
  /** The colour behind the band; what is painted in the same isn't seen. */
  ground: string;
}

export interface Occupied {
  /** Where something stands, from top to bottom of the viewport's coordinates; in no order. */
  taken: Stretch[];
  /** What keeps its place while the page scrolls, so that notes pass under it. */
  bars: Element[];
}

/** A page with more elements isn't looked at. */
const MOST_ELEMENTS = 20_000;
/** So many milliseconds at a time: less than a frame, since somebody may be scrolling. */
const SLICE = 6;
/** A page that is never idle is looked at all the same. */
const IDLE_AT_LATEST = 100;
/** Anything fixed beside the text that is higher than this share of the window leaves no margin. */
const MOST_FIXED = 0.4;

const REPLACED = new Set(
  'img,video,audio,iframe,svg,canvas,object,embed,input,button,select,textarea,progress,meter,math'.split(','),
);

/**
 * Finds what is in the band, in slices, while nothing else is to be done; all in the viewport's coordinates as they were at
 * the beginning. Null where the page is too large to look at, or the signal has aborted.
 */
export async function occupiedIn(band: Band, body: Element, signal: AbortSignal): Promise<Occupied | null> {
  const elements = body.querySelectorAll('*');
  if (elements.length > MOST_ELEMENTS) return null;
  const found: Occupied = { taken: [], bars: [] };
  const pinOf = pins();
  let slice = sliceOf(band);
  let shut: Element | null = null;
  for (const element of elements) {
    if (shut?.contains(element)) continue;
    if (performance.now() > slice.end) {
      await idle();
      if (signal.aborted) return null;
      slice = sliceOf(band);
    }
    const { painted, enter } = lookAt(element, slice.band);
    shut = enter ? null : element;
    for (const { top, bottom } of painted) {
      for (const stretch of standing(element, { top, bottom }, pinOf(element), slice.band, found)) {
        found.taken.push({ top: stretch.top - slice.scrolled, bottom: stretch.bottom - slice.scrolled });
      }
    }
  }
  return found;
}

/** The band where it is by now, should the page have been scrolled, and how long to look. */
function sliceOf(band: Band): { band: Band; scrolled: number; end: number } {
  const { area, from, origin } = band;
  const scrolled = origin.getBoundingClientRect().top - from;
  const now = { ...area, top: area.top + scrolled, bottom: area.bottom + scrolled };
  return { band: { ...band, area: now }, scrolled, end: performance.now() + SLICE };
}

function idle(): Promise<unknown> {
  return new Promise((done) => requestIdleCallback(done, { timeout: IDLE_AT_LATEST }));
}

/** What an element itself paints in the band, and whether to look at what is in it. */
function lookAt(element: Element, band: Band): { painted: Stretch[]; enter: boolean } {
  const box = element.getBoundingClientRect();
  const nothing = { painted: [], enter: true };
  if (!meets(box, band.area)) {
    if (box.width === 0 && box.height === 0) return { ...nothing, enter: !isUndrawn(element) };
    // What a carousel has beside its window can't be seen.
    return { ...nothing, enter: element.scrollWidth <= element.clientWidth + 1 || !clips(element) };
  }
  if (band.around.has(element)) return { painted: linesOf(element, band.area), enter: true };
  const style = getComputedStyle(element);
  if (style.visibility !== 'visible') return nothing;
  // Custom elements may keep what they show to themselves.
  const whole = REPLACED.has(element.localName) || element.localName.includes('-') || isFilled(style, band.ground);
  if (whole) return { painted: [box], enter: false };
  return { painted: linesOf(element, band.area), enter: true };
}

function meets(box: Rect, area: Rect): boolean {
  return box.left < area.right && box.right > area.left && box.top < area.bottom && box.bottom > area.top;
}

function isUndrawn(element: Element): boolean {
  return getComputedStyle(element).display === 'none';
}

function clips(element: Element): boolean {
  return getComputedStyle(element).overflowX !== 'visible';
}

function isFilled({ backgroundImage, backgroundColor }: CSSStyleDeclaration, ground: string): boolean {
  if (backgroundImage !== 'none') return true;
  return backgroundColor !== ground && (lightness(backgroundColor)?.alpha ?? 0) > 0.05;
}

/** The lines of an element's own text that reach into the band: a box is often wider than what is written in it. */
function linesOf(element: Element, area: Rect): Stretch[] {
  const lines: Stretch[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !/\S/.test(node.nodeValue ?? '')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) if (line.width > 0 && meets(line, area)) lines.push(line);
  }
  return lines;
}

/** Where something painted stands: in its place, in all of its container while it sticks in it; or it is a bar. */
function standing(
  element: Element,
  painted: Stretch,
  pin: Pin | null,
  { column, area }: Band,
  found: Occupied,
): Stretch[] {
  if (!pin) return [painted];
  if (found.bars.includes(pin.element)) return [];
  const box = pin.element.getBoundingClientRect();
  if (box.right <= column.left || box.left >= column.right) {
    if (pin.sticky) return [pin.element.parentElement?.getBoundingClientRect() ?? painted];
    if (painted.bottom - painted.top > innerHeight * MOST_FIXED) return [area];
  }
  if (!found.bars.includes(element)) found.bars.push(element);
  return [];
}

interface Pin {
  element: Element;
  sticky: boolean;
}

/** Gives a function that finds the ancestor by which an element is fixed in the window, and remembers what it saw. */
function pins(): (element: Element) => Pin | null {
  const known = new Map<Element, Pin | null>();
  const pinOf = (element: Element): Pin | null => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const { position } = getComputedStyle(element);
    const isPin = position === 'fixed' || position === 'sticky';
    const parent = element.parentElement;
    const pin = isPin ? { element, sticky: position === 'sticky' } : parent && pinOf(parent);
    known.set(element, pin);
    return pin;
  };
  return pinOf;
}
