import { coordinatesFrom, lastLine } from './chips';
import { clipUnder } from './clip';
import type { Gutter, Wish } from './gutter';
import { MeasuredGutter } from './measured-gutter';
import { type Stand, stack } from './stacking';
import type { Theme } from './theme';

/** A claim with a sidenote, which stands in the slot of its chip. */
export interface Noted {
  readonly range: Range;
  button: HTMLElement | null;
  sidenote: Sidenote | null;
  /** How much it matters where there is no room for all. */
  readonly weight: number;
  /** Whether the sidenote stands in the margin now; set here. */
  beside: boolean;
}

/** What is drawn of a sidenote: what has a place and a height, all that is in it, and the headline that it folds to. */
export interface Sidenote {
  outer: HTMLElement;
  inner: HTMLElement;
  headline: HTMLElement;
}

/** Which margins are used: those with plenty of room for nearly all notes, none, or any. */
export type Use = 'automatic' | 'popovers' | 'margin';

/** Room beside the text, in pixels, that a page must leave. */
const LEAST_ROOM = { automatic: 320, margin: 240 };
/** Where fewer of the notes find a place, the page is crowded: half here and half there is worse than all at their claims. */
const LEAST_SHARE = { automatic: 2 / 3, margin: 0 };
/** From a sidenote's edge to its text, and to the middle of its first line, in the overlay's pixels (components/sidenote.css). */
const PADDING = 4;
const FIRST_LINE = 13.5;

interface SidenotesSettings {
  /** Lies at the origin of the overlay's coordinates. */
  origin: Element;
  theme: () => Theme;
  /** The margin has been measured: lay out again. */
  onMeasured: () => void;
  signal: AbortSignal;
}

/** A note that may have a sidenote now, with the boxes that it depends on. */
interface Wanted {
  note: Noted;
  sidenote: Sidenote;
  slot: DOMRect;
  /** The middle of its claim's last line, in the viewport. */
  line: number;
}

/** Lays sidenotes out in the margin, and keeps them clear of what the page has there. */
export class Sidenotes {
  readonly #settings: SidenotesSettings;
  #heights = new Map<Sidenote, { width: number; full: number; folded: number }>();
  #notes: readonly Noted[] = [];
  #use: Use = 'popovers';
  readonly #gutter: MeasuredGutter;
  /** All that the last arrangement was made from. */
  #arranged = '';

  constructor(settings: SidenotesSettings) {
    this.#settings = settings;
    this.#gutter = new MeasuredGutter({ ...settings, wish: () => this.#wishFor(this.#wanted()) });
  }

  /**
   * Puts each sidenote beside its claim, or hides it: to be called in every frame in which anything moves, after the
   * chips have been put in their places. Gives whether other notes stand in the margin than before.
   */
  layout(notes: readonly Noted[], use: Use): boolean {
    if (notes !== this.#notes) {
      this.#heights.clear();
      this.#arranged = '';
    }
    this.#notes = notes;
    this.#use = use;
    const wanted = this.#wanted();
    const wish = this.#wishFor(wanted);
    const gutter = wish && this.#gutter.for(wish);
    const corner = this.#settings.origin.getBoundingClientRect();
    const inputs = wanted.flatMap(({ note, line, slot }) =>
      [notes.indexOf(note), line - corner.top, slot.left - corner.left, slot.top - corner.top].map(Math.round),
    );
    const key = [use, gutter !== null, this.#gutter.at, ...inputs].join();
    const changed = key !== this.#arranged && this.#arrange(wanted, gutter, use);
    this.#arranged = key;
    this.clip();
    return changed;
  }

  #wanted(): Wanted[] {
    return this.#use === 'popovers' ? [] : this.#notes.flatMap((note) => wantedOf(note) ?? []);
  }

  #wishFor(wanted: readonly Wanted[]): Wish | null {
    if (this.#use === 'popovers' || wanted.length === 0) return null;
    return { texts: textsOf(wanted), lines: wanted.map(({ line }) => line), least: LEAST_ROOM[this.#use] };
  }

  #arrange(wanted: readonly Wanted[], gutter: Gutter | null, use: Use): boolean {
    const stands = gutter && use !== 'popovers' ? this.#stack(wanted, gutter, LEAST_SHARE[use]) : new Map();
    let changed = false;
    for (const note of this.#notes) {
      const beside = stands.has(note);
      changed ||= beside !== note.beside;
      note.beside = beside;
      if (note.sidenote) note.sidenote.outer.hidden = !beside;
    }
    if (gutter) this.#write(wanted, stands, gutter);
    return changed;
  }

  #stack(wanted: readonly Wanted[], gutter: Gutter, leastShare: number): Map<Noted, Stand> {
    const { origin } = this.#settings;
    const { top } = origin.getBoundingClientRect();
    const { scale } = coordinatesFrom(origin)({ x: 0, y: 0 });
    this.#measureHeights(wanted, gutter.width * scale);
    const stacked = wanted.map(({ note, sidenote, line }) => {
      const { full = 0, folded = 0 } = this.#heights.get(sidenote) ?? {};
      const at = line - top - FIRST_LINE / scale;
      return { at, full: full / scale, folded: folded / scale, weight: note.weight };
    });
    const stands = new Map<Noted, Stand>();
    for (const [index, stand] of stack(stacked, gutter.free).entries()) {
      const note = wanted[index]?.note;
      if (stand && note) stands.set(note, stand);
    }
    return stands.size < wanted.length * leastShare ? new Map() : stands;
  }

  /** Heights in the overlay's pixels: all that aren't known are shown at the width that counts, and then all are read. */
  #measureHeights(wanted: readonly Wanted[], width: number): void {
    const unknown = wanted.filter(({ sidenote }) => this.#heights.get(sidenote)?.width !== width);
    for (const { sidenote } of unknown) {
      sidenote.outer.hidden = false;
      sidenote.outer.style.width = `${width}px`;
    }
    for (const { sidenote } of unknown) {
      const { inner, headline } = sidenote;
      const folded = headline.offsetHeight + 2 * PADDING;
      this.#heights.set(sidenote, { width, full: inner.offsetHeight, folded });
    }
  }

  #write(wanted: readonly Wanted[], stands: ReadonlyMap<Noted, Stand>, { side, left, plain }: Gutter): void {
    const { origin } = this.#settings;
    const corner = origin.getBoundingClientRect();
    const { scale } = coordinatesFrom(origin)({ x: 0, y: 0 });
    for (const { note, sidenote, slot } of wanted) {
      const stand = stands.get(note);
      if (!stand) continue;
      const { style, dataset } = sidenote.outer;
      const heights = this.#heights.get(sidenote);
      style.left = `${((corner.left + left - slot.left) * scale).toFixed(1)}px`;
      style.top = `${((corner.top + stand.top - slot.top) * scale).toFixed(1)}px`;
      style.height = `${stand.folded ? heights?.folded : heights?.full}px`;
      dataset.side = side;
      sidenote.outer.toggleAttribute('data-folded', stand.folded);
      sidenote.outer.toggleAttribute('data-solid', !plain);
    }
  }

  /** Cuts off what lies under bars of the page that stay in the window while it scrolls. */
  clip(): void {
    const bars = this.#gutter.bars.map((bar) => bar.getBoundingClientRect());
    const shown = this.#notes.flatMap(({ sidenote, beside }) => (sidenote && beside ? sidenote.outer : []));
    const clips = shown.map((sidenote) => clipUnder(bars, sidenote.getBoundingClientRect()));
    for (const [index, { style }] of shown.entries()) {
      const clip = clips[index] ?? '';
      if (style.clipPath !== clip) style.clipPath = clip;
    }
  }
}

function wantedOf(note: Noted): Wanted | null {
  const { sidenote, button, range } = note;
  const slot = button?.parentElement;
  const line = lastLine(range);
  if (!sidenote || !slot || slot.hidden || !line) return null;
  return { note, sidenote, slot: slot.getBoundingClientRect(), line: (line.top + line.bottom) / 2 };
}

/** The elements that claims stand in. */
function textsOf(wanted: readonly Wanted[]): Element[] {
  return [...new Set(wanted.map(({ note }) => blockOf(note.range)))];
}

/** The element whose lines a range ends in. */
function blockOf({ endContainer }: Range): Element {
  let element = endContainer.parentElement;
  while (element?.parentElement && getComputedStyle(element).display.startsWith('inline')) {
    element = element.parentElement;
  }
  return element ?? document.documentElement;
}
