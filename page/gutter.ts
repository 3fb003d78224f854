/** The free margin beside an article's text: on which side, how wide, and between what. Reads layout, writes nothing. */
import { type Band, occupiedIn } from './occupied';
import type { Stretch } from './stacking';
import { lightness, type Theme } from './theme';

/** In the viewport's pixels, from the overlay's origin: they hold while the page scrolls. */
export interface Gutter {
  side: 'left' | 'right';
  left: number;
  width: number;
  /** From top to bottom. */
  free: Stretch[];
  /** What notes pass under while the page scrolls. */
  bars: Element[];
  /** Whether the page's own ground is one that notes can be read on. */
  plain: boolean;
}

/** What a margin is wanted for. */
export interface Wish {
  /** The elements that claims stand in. */
  texts: readonly Element[];
  /** The middles of the lines that want a note beside them, in the viewport. */
  lines: readonly number[];
  /** Less room beside the text is none. */
  least: number;
}

export interface GutterSettings extends Wish {
  /** Lies at the origin of the overlay's coordinates. */
  origin: Element;
  theme: Theme;
  signal: AbortSignal;
}

/** Wider than this, lines of 13 px grow long. */
const WIDEST = 280;
/** Between the text and its notes, between notes and the window's edge, and around what is in the way. */
const FROM_TEXT = 24;
const FROM_EDGE = 12;
const CLEARANCE = 8;
/** Notes may stand so far above the first line and below the last. */
const BEYOND = 240;

/** The side of the text with room beside more of the lines, the end of a line before its start. Null where neither has. */
export async function findGutter(settings: GutterSettings): Promise<Gutter | null> {
  const { texts, lines, origin } = settings;
  const [first] = texts;
  if (!first || lines.length === 0 || texts.some(isInScroller)) return null;
  const { direction, writingMode } = getComputedStyle(first);
  // Beside lines that run from top to bottom there is no side.
  if (writingMode !== 'horizontal-tb') return null;
  const corner = origin.getBoundingClientRect();
  const { left, right } = columnOf(texts);
  const column = { left: left - corner.left, right: right - corner.left };
  const heights = lines.map((y) => y - corner.top);
  let best: { gutter: Gutter; roomy: number } | null = null;
  for (const side of direction === 'rtl' ? (['left', 'right'] as const) : (['right', 'left'] as const)) {
    const gutter = await gutterOn(side, column, heights, settings);
    const isFree = (y: number) => gutter?.free.some(({ top, bottom }) => y >= top && y <= bottom);
    const roomy = heights.filter(isFree).length;
    if (gutter && roomy > (best?.roomy ?? 0)) best = { gutter, roomy };
    if (roomy === lines.length) break;
  }
  return best?.gutter ?? null;
}

/** The left and right edge of what the texts take, in the viewport. */
export function columnOf(texts: readonly Element[]): { left: number; right: number } {
  const boxes = texts.map((text) => text.getBoundingClientRect());
  return { left: Math.min(...boxes.map(({ left }) => left)), right: Math.max(...boxes.map(({ right }) => right)) };
}

/** @param column @param heights from the overlay's origin, since the page may have been scrolled since they were read */
async function gutterOn(
  side: 'left' | 'right',
  column: { left: number; right: number },
  heights: readonly number[],
  { texts, origin, least, theme, signal }: GutterSettings,
): Promise<Gutter | null> {
  const corner = origin.getBoundingClientRect();
  const text = { left: column.left + corner.left, right: column.right + corner.left };
  const { clientWidth, scrollHeight } = document.documentElement;
  // To the page's edges, wherever it is scrolled to.
  const room = side === 'right' ? clientWidth - scrollX - text.right : text.left + scrollX;
  if (room < least) return null;
  const width = Math.min(WIDEST, room - FROM_TEXT - FROM_EDGE);
  const left = side === 'right' ? text.right + FROM_TEXT : text.left - FROM_TEXT - width;
  const top = Math.max(-scrollY, corner.top + Math.min(...heights) - BEYOND);
  const bottom = Math.min(scrollHeight - scrollY, corner.top + Math.max(...heights) + BEYOND);
  const area = { left: left - CLEARANCE, right: left + width + CLEARANCE, top, bottom };
  const ground = groundBehind(texts, area);
  const band = { area, origin, from: corner.top, around: surroundings(texts), column: text, ground: ground.colour };
  const occupied = await occupiedIn(band, document.body, signal);
  if (!occupied) return null;
  const free = freeOf(area, occupied.taken).map((one) => ({
    top: one.top - corner.top,
    bottom: one.bottom - corner.top,
  }));
  const plain = !ground.image && isReadable(ground.colour, theme);
  return { side, left: left - corner.left, width, free, bars: occupied.bars, plain };
}

function surroundings(texts: readonly Element[]): Set<Element> {
  const around = new Set<Element>();
  for (const text of texts) {
    for (let node: Element | null = text; node && !around.has(node); node = node.parentElement) around.add(node);
  }
  return around;
}

/** What is left of an area when all that is taken in it has been taken out, with some distance. */
export function freeOf(area: Stretch, taken: readonly Stretch[]): Stretch[] {
  const free: Stretch[] = [];
  let from = area.top + CLEARANCE;
  for (const { top, bottom } of [...taken].sort((a, b) => a.top - b.top)) {
    if (top - CLEARANCE > from) free.push({ top: from, bottom: Math.min(top, area.bottom) - CLEARANCE });
    from = Math.max(from, bottom + CLEARANCE);
  }
  if (area.bottom - CLEARANCE > from) free.push({ top: from, bottom: area.bottom - CLEARANCE });
  return free;
}

interface Ground {
  colour: string;
  image: boolean;
}

/** The background under the band: of the innermost element around the text that reaches across it, or of the page. */
function groundBehind([text]: readonly Element[], area: Band['area']): Ground {
  const none = { colour: '', image: false };
  for (let node = text ?? null; node && node !== document.documentElement; node = node.parentElement) {
    const box = node.getBoundingClientRect();
    const ground = box.left <= area.left && box.right >= area.right && groundOf(node);
    if (ground) return ground;
  }
  // What the body has is painted on the whole page, unless the root has something of its own.
  return groundOf(document.documentElement) ?? groundOf(document.body) ?? none;
}

function groundOf(element: Element): Ground | null {
  const { backgroundColor: colour, backgroundImage } = getComputedStyle(element);
  const image = backgroundImage !== 'none';
  return image || (lightness(colour)?.alpha ?? 0) > 0.5 ? { colour, image } : null;
}

/** Whether the theme's colours keep their contrast on a ground. Where the page sets none, its text has told the theme. */
function isReadable(colour: string, theme: Theme): boolean {
  const value = lightness(colour)?.value;
  if (value === undefined) return true;
  return theme === 'light' ? value > 0.94 : value < 0.14;
}

/** A text that scrolls by itself, as apps have it, has its notes cut off with it; the margin beside it doesn't scroll. */
function isInScroller(text: Element): boolean {
  for (let node = text.parentElement; node && node !== document.body; node = node.parentElement) {
    const { overflowY } = getComputedStyle(node);
    if ((overflowY === 'auto' || overflowY === 'scroll') && node.scrollHeight > node.clientHeight + 1) return true;
  }
  return false;
}
