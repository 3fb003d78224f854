/** Something on the page that opens: the rectangles it is painted in, in the viewport. */
export interface Target {
  rects(): Iterable<DOMRectReadOnly>;
}

/** Around a line of text: underlines stand below the box of the letters, and pointers aren't exact. */
const SLACK = 2;

/** A finger finds whatever is smaller as if it were so large: the least that WCAG 2.2 asks of a target (2.5.8). */
const FINGER = 24;

/** The first target under a point of the viewport; null for none. Reads layout, and nothing else. */
export function targetAt<T extends Target>(targets: Iterable<T>, x: number, y: number): T | null {
  for (const target of targets) {
    for (const rect of target.rects()) if (isInside(rect, x, y, 0, SLACK)) return target;
  }
  return null;
}

/** The target that a finger means: the one under it, or else the first for which it is near enough. */
export function targetNear<T extends Target>(targets: readonly T[], x: number, y: number): T | null {
  const isNear = (rect: DOMRectReadOnly) => {
    const [across, up] = [(FINGER - rect.width) / 2, (FINGER - rect.height) / 2];
    return isInside(rect, x, y, Math.max(0, across), Math.max(SLACK, up));
  };
  return targetAt(targets, x, y) ?? targets.find((target) => [...target.rects()].some(isNear)) ?? null;
}

/** How far a point is from a rectangle, in pixels; 0 inside. */
export function distanceTo(rect: DOMRectReadOnly, x: number, y: number): number {
  const dx = Math.max(rect.left - x, 0, x - rect.right);
  const dy = Math.max(rect.top - y, 0, y - rect.bottom);
  return Math.hypot(dx, dy);
}

function isInside(rect: DOMRectReadOnly, x: number, y: number, across: number, up: number): boolean {
  if (rect.width === 0 || rect.height === 0) return false;
  return x >= rect.left - across && x < rect.right + across && y >= rect.top - up && y < rect.bottom + up;
}
