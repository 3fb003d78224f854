import type { Rect } from './sheet';

/** What of a shadow or an outline is still shown at the sides. */
const ASIDE = '-9px';

/**
 * The `clip-path` by which a box shows nothing where bars of the page lie over it, at its top or its bottom; empty where
 * none does. In shares of its height, since a page may be scaled.
 */
export function clipUnder(bars: readonly Rect[], box: Rect): string {
  let top = 0;
  let bottom = 0;
  for (const bar of bars) {
    if (bar.left >= box.right || bar.right <= box.left || bar.top >= box.bottom || bar.bottom <= box.top) continue;
    if (bar.top <= box.top) top = Math.max(top, bar.bottom - box.top);
    else bottom = Math.max(bottom, box.bottom - bar.top);
  }
  if (top + bottom === 0) return '';
  const share = (pixels: number) => `${Math.ceil(Math.min(1, pixels / (box.bottom - box.top)) * 100)}%`;
  return `inset(${share(top)} ${ASIDE} ${share(bottom)})`;
}
