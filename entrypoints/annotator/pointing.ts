import type { Painted } from '../../page/paint';
import { POINTED_FOR } from '../../page/timings';
import { type Spot, spotAt } from './targets';

/** Words of the article that were jumped to, and that nothing opens at: painted for a while. */
export class Pointing {
  #spot: Spot | null = null;

  constructor(
    readonly onChange: () => void,
    readonly signal: AbortSignal,
  ) {}

  get painted(): Painted[] {
    return this.#spot ? [{ range: this.#spot.range, as: 'name', open: true }] : [];
  }

  /** Scrolls to the words. */
  at(range: Range): void {
    const spot = spotAt(range);
    spot.scrollIntoView();
    this.#spot = spot;
    this.onChange();
    setTimeout(() => {
      if (this.#spot !== spot || this.signal.aborted) return;
      this.#spot = null;
      this.onChange();
    }, POINTED_FOR);
  }
}
