import { Sight } from './sight';

/** Chips scale with the text between these; smaller can't be read, larger reads as text. */
const LEAST = 13;
const MOST = 18;
/** A share of the font size: 15 px beside text of 18. */
const SHARE = 0.83;
/** A chip of two digits is a little wider than high. */
const WIDEST = 1.25;
/** A chip takes touches this far around it (components/sidelight.css). */
const TOUCH = 6;
/** Between the last letter and the chip. */
const GAP = 1;
/** Of the height of a line's box, what lies above capitals, and what lies below the baseline. */
const ABOVE_CAPITALS = 0.2;
const BELOW_BASELINE = 0.2;

export interface Line {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Type {
  fontSize: number;
  /** From one line to the next; null where the font decides. */
  lineHeight: number | null;
  /** Lines run from top to bottom. */
  vertical: boolean;
}

/**
 * The chip for a claim whose last line is given: after its last letter, in the room between this line and the one
 * above, so that it covers no letters of either; in tight leading as little of them as can be. At the edge of the page it
 * stands over the claim's own last letters, since a page must not become wider by it.
 */
export function placeChip(line: Line, type: Type, pageWidth: number): { x: number; y: number; size: number } {
  const { fontSize, vertical } = type;
  const size = Math.round(Math.min(MOST, Math.max(LEAST, fontSize * SHARE)));
  const height = vertical ? line.right - line.left : line.bottom - line.top;
  const leading = type.lineHeight === null ? 0 : (type.lineHeight / fontSize) * (height / LINE_BOX) - height;
  const room = height * (ABOVE_CAPITALS + BELOW_BASELINE) + leading;
  // From the upper edge of the line's box down to the chip's lower edge.
  const lower = height * ABOVE_CAPITALS + Math.max(0, size - room) / 2;
  if (vertical) return { x: line.right - lower, y: line.bottom + GAP, size };
  const fits = line.right > pageWidth || line.right + GAP + size * WIDEST <= pageWidth;
  return { x: fits ? line.right + GAP : pageWidth - size * WIDEST, y: line.top + lower - size, size };
}

/** The box of a line of text in font sizes, about, in the fonts that text is set in. */
const LINE_BOX = 1.15;

/** The last box of a range that has a size; null where it has none, as in closed details or removed text. */
export function lastLine(range: Range): DOMRect | null {
  let last: DOMRect | null = null;
  for (const rect of range.getClientRects()) if (rect.width > 0 && rect.height > 0) last = rect;
  return last;
}

/** Whether something of a range stands as high as the window does. */
export function isInWindow({ range }: { range: Range }): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

interface Chipped {
  range: Range;
  /** The chip, in an element of its own that is put in its place. */
  button: HTMLElement | null;
}

/**
 * Puts chips where their claims end now. A chip whose claim is cut off is hidden; one whose claim lies under a bar of the
 * page is out of sight, but keyboards reach it. Reads all layout before it writes any, and writes only what changes.
 */
export function layOutChips(claims: readonly Chipped[], { host, origin }: { host: Element; origin: Element }): void {
  const toOverlay = coordinatesFrom(origin);
  const sight = new Sight(host);
  const pageWidth = document.documentElement.clientWidth;
  const chips = claims.map(({ range, button }) => ({ button, chip: chipFor(range, sight, pageWidth) }));
  for (const { button, chip } of chips) {
    const slot = button?.parentElement;
    if (!button || !slot) continue;
    // Hidden, it would lose the focus.
    slot.hidden = chip === null && !button.matches(':focus');
    if (!chip) continue;
    slot.toggleAttribute('data-covered', chip.covered);
    slot.toggleAttribute('data-edge', chip.x + chip.size * WIDEST + TOUCH > pageWidth);
    const { left, top, scale } = toOverlay(chip);
    // Moved as a picture, so that a chip in a scroller of the page's is no shift of layout.
    write(slot, 'translate', `${Number(left.toFixed(1))}px ${Number(top.toFixed(1))}px`);
    write(button, 'font-size', `${Number(((chip.size * scale) / HEIGHT_IN_EM).toFixed(2))}px`);
  }
}

/** Even the same value, set again, has the browser compute styles anew: in every frame of a scroll. */
function write({ style }: HTMLElement, property: string, value: string): void {
  if (style.getPropertyValue(property) !== value) style.setProperty(property, value);
}

/** A chip is so many times its font size high (components/sidelight.css). */
const HEIGHT_IN_EM = 1.55;

function chipFor(range: Range, sight: Sight, pageWidth: number) {
  const line = lastLine(range);
  const element = range.endContainer.parentElement;
  if (!line || !element) return null;
  const style = getComputedStyle(element);
  const vertical = style.writingMode.startsWith('vertical');
  const seen = vertical
    ? sight.look(element, (line.left + line.right) / 2, line.bottom - 1)
    : sight.look(element, line.right - 1, (line.top + line.bottom) / 2);
  if (seen === 'cut') return null;
  const fontSize = Number.parseFloat(style.fontSize) || 16;
  const lineHeight = Number.parseFloat(style.lineHeight) || null;
  return { ...placeChip(line, { fontSize, lineHeight, vertical }, pageWidth), covered: seen === 'covered' };
}

/**
 * From the viewport's coordinates to the overlay's. The origin is 100 pixels wide in its own: where a page scales or
 * zooms its root, it measures otherwise.
 */
export function coordinatesFrom(origin: Element) {
  const { left, top, width } = origin.getBoundingClientRect();
  const scale = width > 0 ? 100 / width : 1;
  return ({ x, y }: { x: number; y: number }) => ({ left: (x - left) * scale, top: (y - top) * scale, scale });
}
