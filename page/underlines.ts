import { coordinatesFrom, isInWindow } from './chips';
import { selectsHighlights } from './paint';
import { Sight } from './sight';

export interface Underlined {
  readonly range: Range;
  readonly kind: 'claim' | 'name';
}

interface Line {
  kind: Underlined['kind'];
  box: DOMRect;
  writingMode: string;
}

/**
 * Lines under claims and names, drawn in the overlay where highlights can't draw them: with forced colours, Chromium
 * would paint every claim as selected text. In reach are those that stand in the window.
 */
export class Underlines {
  readonly #layer = document.createElement('div');

  constructor(readonly overlay: { host: Element; shadow: ShadowRoot; origin: Element }) {
    this.#layer.className = 'underlines';
    overlay.shadow.append(this.#layer);
  }

  layout(all: readonly Underlined[]): void {
    const drawn = selectsHighlights() ? all.filter(isInWindow) : [];
    if (drawn.length === 0 && !this.#layer.hasChildNodes()) return;
    const sight = new Sight(this.overlay.host);
    const toOverlay = coordinatesFrom(this.overlay.origin);
    const lines = drawn.flatMap((each) => linesOf(each, sight));
    this.#layer.replaceChildren(
      ...lines.map(({ kind, box, writingMode }) => {
        const { left, top, scale } = toOverlay(box);
        const line = document.createElement('div');
        line.dataset.kind = kind;
        line.style.cssText = `left:${left}px;top:${top}px;width:${box.width * scale}px;height:${box.height * scale}px;writing-mode:${writingMode}`;
        return line;
      }),
    );
  }
}

/** The lines of a range that are seen. */
function linesOf({ range, kind }: Underlined, sight: Sight): Line[] {
  const element = range.endContainer.parentElement;
  if (!element) return [];
  const { writingMode } = getComputedStyle(element);
  const isSeen = ({ left, right, top, bottom, width, height }: DOMRect) =>
    width > 0 && height > 0 && sight.look(element, (left + right) / 2, (top + bottom) / 2) === 'seen';
  return [...range.getClientRects()].filter(isSeen).map((box) => ({ kind, box, writingMode }));
}
