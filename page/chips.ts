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

export interface Line {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * The chip for a claim whose last line is given: at the top right of it, raised so that it clears the letters; over the
 * last letters where the page ends there, since a page must not become wider by it.
 */
export function placeChip(line: Line, fontSize: number, pageWidth: number): { x: number; y: number; size: number } {
  const size = Math.round(Math.min(MOST, Math.max(LEAST, fontSize * SHARE)));
  // Its middle stands at the upper edge of the letters' box, so that it ends where small letters begin.
  const fits = line.right > pageWidth || line.right + GAP + size * WIDEST <= pageWidth;
  return { x: fits ? line.right + GAP : pageWidth - size * WIDEST, y: line.top - size / 2, size };
}

/** The last box of a range that has a size; null where it has none, as in closed details or removed text. */
export function lastLine(range: Range): DOMRect | null {
  let last: DOMRect | null = null;
  for (const rect of range.getClientRects()) if (rect.width > 0 && rect.height > 0) last = rect;
  return last;
}

/** Whether a point of the viewport is cut off by a scroller that the element stands in (the page itself isn't one). */
export function isClipped(element: Element, x: number, y: number): boolean {
  for (let node: Element | null = element; node && node !== document.body && node !== document.documentElement; ) {
    const { overflowX, overflowY, display } = getComputedStyle(node);
    if (display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible')) {
      const box = node.getBoundingClientRect();
      if ((overflowX !== 'visible' && (x < box.left || x > box.right)) || isOutside(overflowY, y, box)) return true;
    }
    node = node.parentElement;
  }
  return false;
}

function isOutside(overflow: string, y: number, box: DOMRect): boolean {
  return overflow !== 'visible' && (y < box.top || y > box.bottom);
}

interface Chipped {
  range: Range;
  /** The chip, in an element of its own that is put in its place. */
  button: HTMLElement | null;
}

/** Puts chips where their claims end now, and hides those whose claim can't be seen. Reads all layout before it writes any. */
export function layOutChips(claims: readonly Chipped[], origin: Element): void {
  const toOverlay = coordinatesFrom(origin);
  const chips = claims.map(({ range, button }) => ({ button, chip: chipFor(range) }));
  for (const { button, chip } of chips) {
    const slot = button?.parentElement;
    if (!button || !slot) continue;
    slot.hidden = chip === null;
    if (!chip) continue;
    const { left, top, scale } = toOverlay(chip);
    slot.style.left = `${left.toFixed(1)}px`;
    slot.style.top = `${top.toFixed(1)}px`;
    slot.toggleAttribute('data-edge', chip.x + chip.size * WIDEST + TOUCH > document.documentElement.clientWidth);
    button.style.fontSize = `${((chip.size * scale) / HEIGHT_IN_EM).toFixed(2)}px`;
  }
}

/** A chip is so many times its font size high (components/sidelight.css). */
const HEIGHT_IN_EM = 1.55;

function chipFor(range: Range): { x: number; y: number; size: number } | null {
  const line = lastLine(range);
  const element = range.endContainer.parentElement;
  if (!line || !element || isClipped(element, line.right - 1, (line.top + line.bottom) / 2)) return null;
  const fontSize = Number.parseFloat(getComputedStyle(element).fontSize) || 16;
  return placeChip(line, fontSize, document.documentElement.clientWidth);
}

/**
 * From the viewport's coordinates to the overlay's. The origin is 100 pixels wide in its own: where a page scales or
 * zooms its root, it measures otherwise.
 */
function coordinatesFrom(origin: Element) {
  const { left, top, width } = origin.getBoundingClientRect();
  const scale = width > 0 ? 100 / width : 1;
  return ({ x, y }: { x: number; y: number }) => ({ left: (x - left) * scale, top: (y - top) * scale, scale });
}
