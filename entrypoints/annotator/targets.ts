import type { Annotation } from '../../context/schema';
import { lastLine } from '../../page/chips';
import type { Painted } from '../../page/paint';
import type { Noted } from '../../page/sidenotes';
import type { Finding } from './finding';

/** What can be opened: a claim by its text or chip, a mention of a name by its text or, for keyboards, a button. */
export type Target = Claim | Name;

export interface Claim extends Spot, Noted {
  kind: 'claim';
  annotation: Annotation;
}

export interface Name extends Spot {
  kind: 'name';
  card: string;
  /** The card's name. */
  label: string;
  /** Which of the card's mentions it is, from 1. */
  place: number;
  /** It stands in a claim: shown only while it is open. */
  inClaim: boolean;
}

/** Something in the text that opens, or is only jumped to. */
export class Spot {
  /** Its button in the overlay, once drawn; of a card's mentions, the first has one. */
  button: HTMLElement | null = null;

  constructor(readonly range: Range) {}

  /** Where a pointer finds it. */
  rects(): DOMRect[] {
    const rects = [...this.range.getClientRects()];
    return this.button ? [...rects, this.button.getBoundingClientRect()] : rects;
  }

  /** Its box in the viewport, over all its lines; null where it can't be seen or its text has gone. */
  box(): DOMRect | null {
    return lastLine(this.range) && this.range.getBoundingClientRect();
  }

  /** The element that its text stands in. */
  element(): Element {
    return this.range.endContainer.parentElement ?? document.documentElement;
  }

  /** Brings it into view where it isn't. */
  scrollIntoView(): void {
    if (this.#isInView()) return;
    this.element().scrollIntoView({ block: 'center', behavior: 'instant' });
    // A long paragraph's middle may still leave it out.
    const box = this.box();
    if (box && !this.#isInView()) scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' });
  }

  #isInView(): boolean {
    const box = this.box();
    return box !== null && box.top > EDGE && box.bottom < innerHeight - EDGE;
  }
}

/** Pixels at the top and the bottom of a window where a page's fixed bars may lie over the text. */
const EDGE = 80;

export const spotAt = (range: Range): Spot => new Spot(range);

/** The targets of an article, in its order. */
export function targetsOf({ claims, names, answer }: Finding): { claims: Claim[]; names: Name[] } {
  return {
    claims: claims.map(({ annotation, range }) =>
      Object.assign(new Spot(range), {
        kind: 'claim' as const,
        annotation,
        sidenote: null,
        weight: annotation.score,
        beside: false,
      }),
    ),
    names: names.map(({ mention, range, inClaim }, index) =>
      Object.assign(new Spot(range), {
        kind: 'name' as const,
        card: mention.card,
        place: names.slice(0, index + 1).filter((other) => other.mention.card === mention.card).length,
        inClaim,
        label: answer.cards[mention.card]?.name ?? mention.anchor.exact,
      }),
    ),
  };
}

/** How targets are painted; those of `open` as open. */
export function paintedOf(targets: readonly Target[], open: readonly (Target | null)[]): Painted[] {
  return targets.map((target) => ({
    range: target.range,
    as: target.kind === 'claim' ? target.annotation.note.angle : 'name',
    open: open.includes(target),
  }));
}

/** Whether two targets, of two readings of an article, are the same thing. */
export function isSame(one: Target, other: Target): boolean {
  if (one.kind === 'claim') return other.kind === 'claim' && other.annotation.note.id === one.annotation.note.id;
  return other.kind === 'name' && other.card === one.card && other.place === one.place;
}

/** The first mention of each card that is underlined. */
export function firstMentions(names: readonly Name[]): Name[] {
  const shown = names.filter(({ inClaim }) => !inClaim);
  return shown.filter(({ card }, index) => shown.findIndex((name) => name.card === card) === index);
}
