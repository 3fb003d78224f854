import { lightness } from './theme';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * What of an article can be seen now, asked of layout. For one look only: what it has found out about an element, it
 * doesn't ask again, since neighbouring claims stand in the same boxes and under the same bars.
 */
export class Sight {
  readonly #clips = new Map<Element, Box>();
  readonly #bars = new Map<Element, boolean>();

  /** @param host Sidelight's own, which covers nothing */
  constructor(readonly host: Element) {}

  /** How a point of an element's text, in the viewport's coordinates, is seen: cut off by a box around it, or under a bar. */
  look(element: Element, x: number, y: number): 'seen' | 'cut' | 'covered' {
    const { left, top, right, bottom } = this.#clipOf(element);
    if (x < left || x > right || y < top || y > bottom) return 'cut';
    return this.#isCovered(element, x, y) ? 'covered' : 'seen';
  }

  /** Where scrollers and other boxes around an element let it be seen. */
  #clipOf(element: Element | null): Box {
    if (!element || isPage(element)) return EVERYWHERE;
    const known = this.#clips.get(element);
    if (known) return known;
    const outer = this.#clipOf(parentOf(element));
    const { overflowX, overflowY, display } = getComputedStyle(element);
    const [acrossOpen, downOpen] = [overflowX === 'visible', overflowY === 'visible'];
    let clip = outer;
    if (!(acrossOpen && downOpen) && display !== 'inline' && display !== 'contents') {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      clip = {
        left: acrossOpen ? outer.left : Math.max(outer.left, left),
        right: acrossOpen ? outer.right : Math.min(outer.right, right),
        top: downOpen ? outer.top : Math.max(outer.top, top),
        bottom: downOpen ? outer.bottom : Math.min(outer.bottom, bottom),
      };
    }
    this.#clips.set(element, clip);
    return clip;
  }

  /** Whether a bar of the page lies there, which stays while the text scrolls. */
  #isCovered(element: Element, x: number, y: number): boolean {
    // Beyond the viewport nothing is hit.
    const hit = document.elementsFromPoint(x, y).find((each) => each !== this.host);
    if (!hit || hit.contains(element) || element.contains(hit)) return false;
    const known = this.#bars.get(hit);
    if (known !== undefined) return known;
    let isOpaque = false;
    let isFixed = false;
    for (let node: Element | null = hit; node && !isFixed && !node.contains(element); node = parentOf(node)) {
      const { position, backgroundColor, backgroundImage } = getComputedStyle(node);
      isOpaque ||= backgroundImage !== 'none' || (lightness(backgroundColor)?.alpha ?? 0) > 0.5;
      isFixed = position === 'fixed' || position === 'sticky';
    }
    this.#bars.set(hit, isOpaque && isFixed);
    return isOpaque && isFixed;
  }
}

/** The page's own scrolling: the root's, and the body's unless the root has one of its own. */
function isPage(element: Element): boolean {
  const root = document.documentElement;
  return element === root || (element === document.body && getComputedStyle(root).overflow === 'visible');
}

/** The parent as boxes have it: a slot's tree lies around what is put into the slot. */
function parentOf(element: Element): Element | null {
  const root = element.assignedSlot ?? element.parentElement ?? element.getRootNode();
  return root instanceof Element ? root : root instanceof ShadowRoot ? root.host : null;
}
