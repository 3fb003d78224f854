import { distanceTo } from './hit-test';
import { CLOSE_AFTER, OPEN_AFTER, PASSING_SPEED } from './timings';

export interface Surroundings<T> {
  /** What lies under a point. */
  targetAt: (x: number, y: number) => T | null;
  /** What is open now, and where its popover is; null for nothing. */
  open: () => { target: T; popover: DOMRectReadOnly; pinned: boolean } | null;
  /** The pointer rests on a target. */
  onRest: (target: T) => void;
  /** The pointer has left the open target and its popover. */
  onAway: () => void;
}

/**
 * Tells a pointer that means it from one that passes. A slow pointer that stays on a target opens it; one that leaves
 * both target and popover closes it, unless it is on its way to the popover.
 */
export class Attention<T> {
  readonly #around: Surroundings<T>;
  #resting: { target: T; timer: ReturnType<typeof setTimeout> } | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #last = { x: 0, y: 0, time: 0, distance: 0 };

  constructor(around: Surroundings<T>, signal: AbortSignal) {
    this.#around = around;
    signal.addEventListener('abort', () => this.cancel(), { once: true });
  }

  /** The pointer moved to a point of the viewport, `time` in milliseconds. */
  move(x: number, y: number, time: number): void {
    const speed = Math.hypot(x - this.#last.x, y - this.#last.y) / Math.max(1, time - this.#last.time);
    const open = this.#around.open();
    const distance = open ? distanceTo(open.popover, x, y) : 0;
    const nearer = distance < this.#last.distance;
    this.#last = { x, y, time, distance };
    if (open && distance === 0) {
      this.cancel();
      return;
    }
    if (open?.pinned) return;
    const target = this.#around.targetAt(x, y);
    this.#rest(target === open?.target ? null : target, speed > PASSING_SPEED);
    if (open) this.#leave(target !== open.target, nearer);
  }

  /** The pointer left the page. */
  away(): void {
    this.#rest(null, false);
    const open = this.#around.open();
    if (open && !open.pinned) this.#leave(true, false);
  }

  /** Forgets what the pointer was about to do: it is pressed, the page scrolls, the text changed. */
  cancel(): void {
    this.#rest(null, false);
    this.#leave(false, false);
  }

  #rest(target: T | null, passing: boolean): void {
    if (this.#resting?.target === target && !passing) return;
    if (this.#resting) clearTimeout(this.#resting.timer);
    this.#resting = target === null ? null : { target, timer: setTimeout(() => this.#open(target), OPEN_AFTER) };
  }

  #open(target: T): void {
    this.cancel();
    this.#around.onRest(target);
  }

  #leave(isAway: boolean, nearer: boolean): void {
    if (!isAway || nearer) {
      clearTimeout(this.#leaving);
      this.#leaving = undefined;
    }
    if (isAway) this.#leaving ??= setTimeout(this.#around.onAway, CLOSE_AFTER);
  }
}
