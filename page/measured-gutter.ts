import { columnOf, findGutter, type Gutter, type Wish } from './gutter';
import type { Theme } from './theme';
import { MEASURED_AGAIN_AFTER } from './timings';

interface MeasuredGutterSettings {
  /** Lies at the origin of the overlay's coordinates. */
  origin: Element;
  theme: () => Theme;
  /** What is wanted now; null where nothing is. */
  wish: () => Wish | null;
  onMeasured: () => void;
  signal: AbortSignal;
}

/**
 * The margin as it was measured last, as long as text and window are as wide as then; what stands in it is looked at
 * again once all is quiet.
 */
export class MeasuredGutter {
  readonly #settings: MeasuredGutterSettings;
  #gutter: Gutter | null = null;
  /** What it was measured for, and when. */
  #measured = { least: 0, key: '', at: Number.NEGATIVE_INFINITY };
  /** It has just been measured, so need not be again. */
  #isFresh = false;
  #measuring = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: MeasuredGutterSettings) {
    this.#settings = settings;
    const { signal } = settings;
    // What opens beside the text is seen by nobody else: menus, players, advertisements.
    const passive = { capture: true, passive: true, signal };
    for (const type of ['scrollend', 'click']) addEventListener(type, () => this.#measureLater(), passive);
    signal.addEventListener('abort', () => this.#stop());
  }

  /** When it was measured. */
  get at(): number {
    return this.#measured.at;
  }

  /** What notes pass under while the page scrolls. */
  get bars(): readonly Element[] {
    return this.#gutter?.bars ?? [];
  }

  /** Null where there is none, or none is known yet: it is measured then. */
  for({ texts, least }: Wish): Gutter | null {
    const isSame = this.#keyOf(texts) === this.#measured.key;
    if (this.#measured.least !== least) void this.#measure();
    else if (!this.#isFresh || !isSame) this.#measureLater();
    return isSame && this.#measured.least === least ? this.#gutter : null;
  }

  /** What a measured margin depends on. */
  #keyOf(texts: readonly Element[]): string {
    const corner = this.#settings.origin.getBoundingClientRect();
    const { left, right } = columnOf(texts);
    const widths = [document.documentElement.clientWidth, left - corner.left, right - corner.left];
    return [this.#settings.theme(), ...widths.map(Math.round)].join();
  }

  #measureLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#measure(), MEASURED_AGAIN_AFTER);
  }

  async #measure(): Promise<void> {
    this.#stop();
    const { signal } = this.#measuring;
    const { origin, theme, wish, onMeasured } = this.#settings;
    const wanted = wish();
    if (!wanted) return;
    const { least, texts } = wanted;
    const key = this.#keyOf(texts);
    this.#measured.least = least;
    const gutter = await findGutter({ ...wanted, origin, theme: theme(), signal });
    if (signal.aborted) return;
    const before = this.#gutter;
    this.#gutter = gutter;
    this.#measured = { least, key, at: performance.now() };
    // Still none: nothing has to be laid out anew.
    if (!before && !gutter) return;
    this.#isFresh = true;
    onMeasured();
    this.#isFresh = false;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#measuring.abort();
    this.#measuring = new AbortController();
  }
}
