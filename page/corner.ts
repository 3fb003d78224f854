/** Between what stands in a corner and the edges of the window. */
const MARGIN = 12;

interface Corner {
  element: HTMLElement;
  /** The box of the article's column. */
  column: () => DOMRect;
  signal: AbortSignal;
}

/**
 * Keeps something in the lower left corner out of the text's way. Where the column leaves it little room, it is marked
 * `data-tight`, to be drawn smaller; where that still covers the text, it steps aside (`data-away`) while the page scrolls
 * down, which is when one reads. Gives the function that looks anew how much room there is.
 */
export function keepInCorner({ element, column, signal }: Corner): () => void {
  let last = scrollTop();
  let isCovering = false;
  /** What was looked at last: to measure, it has to be drawn anew. */
  let looked = '';
  const fits = () => column().left >= element.offsetWidth + 2 * MARGIN;
  const look = () => {
    const room = `${column().left} ${element.textContent}`;
    if (room === looked) return;
    looked = room;
    element.toggleAttribute('data-tight', false);
    element.toggleAttribute('data-tight', !fits());
    isCovering = !fits();
    if (!isCovering) element.toggleAttribute('data-away', false);
  };
  const onScroll = () => {
    const now = scrollTop();
    if (isCovering && now !== last) element.toggleAttribute('data-away', now > last);
    last = now;
  };
  document.addEventListener('scroll', onScroll, { passive: true, signal });
  look();
  return look;
}

function scrollTop(): number {
  return document.scrollingElement?.scrollTop ?? 0;
}
