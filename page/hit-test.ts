/** Something on the page that opens: the rectangles it is painted in, in the viewport. */
export interface Target {
  rects(): Iterable<DOMRectReadOnly>;
}

/** Around a line of text: underlines stand below the box of the letters, and pointers aren't exact. */
const SLACK = 2;

/** The first target under a point of the viewport; null for none. Reads layout, and nothing else. */
export function targetAt<T extends Target>(targets: Iterable<T>, x: number, y: number): T | null {
  for (const target of targets) {
    for (const rect of target.rects()) if (isInside(rect, x, y, SLACK)) return target;
  }
  return null;
}

/** How far a point is from a rectangle, in pixels; 0 inside. */
export function distanceTo(rect: DOMRectReadOnly, x: number, y: number): number {
  const dx = Math.max(rect.left - x, 0, x - rect.right);
  const dy = Math.max(rect.top - y, 0, y - rect.bottom);
  return Math.hypot(dx, dy);
}

function isInside(rect: DOMRectReadOnly, x: number, y: number, slack: number): boolean {
  if (rect.width === 0 || rect.height === 0) return false;
  return x >= rect.left && x < rect.right && y >= rect.top - slack && y < rect.bottom + slack;
}
