/** Where there is no room beside a claim, notes stand in a sheet at the bottom of the window, which a finger moves. */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between a claim and the sheet. */
const GAP = 8;
/** Less than this is no height to read in. */
const LEAST_HEIGHT = 160;
/** A tall sheet leaves this much of the window, so that the page is seen to be there still (components/sheet.css). */
const TALLEST = 0.92;
/** Pixels that a finger may wander while it taps. */
const TAP = 6;
/** Pixels a millisecond: a flick, which says where the sheet goes, however short the way. */
const FLICK = 0.5;
/** A finger that has rested so many milliseconds doesn't flick. */
const STILL = 100;
/** How far the sheet must have gone towards where it shall rest: a third of the way is meant, less was a slip. */
const MEANT = 1 / 3;

/** Scrolls a claim clear of the sheet that opens over it; where the page can't scroll so far, the sheet stays lower. */
export function clearSheet(sheet: HTMLElement, claim: () => Rect | null): void {
  const covered = (box: Rect) => box.bottom + GAP - sheet.getBoundingClientRect().top;
  const before = claim();
  if (!before || covered(before) <= 0) return;
  scrollBy({ top: Math.min(covered(before), before.top - GAP), behavior: 'instant' });
  const after = claim();
  if (!after || covered(after) <= 0) return;
  const room = Math.max(LEAST_HEIGHT, innerHeight - after.bottom - GAP);
  sheet.style.setProperty('--most-height', `${Math.floor(room)}px`);
}

export interface Pull {
  /** Of the sheet as it is pulled; below `low` it has been pushed out of the window by the difference. */
  height: number;
  low: number;
  tall: number;
  /** Pixels a millisecond, downwards. */
  speed: number;
}

/** Where a sheet comes to rest that was let go. */
export function restOf({ height, low, tall, speed }: Pull): 'gone' | 'low' | 'tall' {
  if (height < low) return speed > FLICK || (speed > -FLICK && height < low * (1 - MEANT)) ? 'gone' : 'low';
  if (Math.abs(speed) > FLICK) return speed < 0 ? 'tall' : 'low';
  return height > low + (tall - low) * MEANT ? 'tall' : 'low';
}

export interface Sheet {
  /** The element at the bottom of the window. Is a sheet while it has the class, and tall with `data-tall`. */
  sheet: HTMLElement;
  onDismiss: () => void;
  signal: AbortSignal;
}

/**
 * Lets the bar of a sheet be pulled: up for more of the text, down for less, and out of the window. Its grip does the
 * same by keys: Enter, Space and the arrows.
 */
export function pullSheet({ sheet, onDismiss, signal }: Sheet): void {
  const options = { signal };
  // A mouse that has pulled clicks as well.
  let pulled = false;
  const settle = (where: 'gone' | 'low' | 'tall') => {
    if (where === 'gone') return onDismiss();
    sheet.toggleAttribute('data-tall', where === 'tall');
    sheet.querySelector('.grip')?.setAttribute('aria-expanded', String(where === 'tall'));
  };
  const onDown = (event: PointerEvent) => {
    pulled = false;
    if (!isHandle(sheet, event)) return;
    const end = follow(sheet, event, (where) => {
      pulled = true;
      settle(where);
    });
    signal.addEventListener('abort', end, { once: true });
  };
  const onClick = (event: Event) => isGrip(event) && !pulled && settle(isTall(sheet) ? 'low' : 'tall');
  const onKey = (event: KeyboardEvent) => {
    if (!isGrip(event) || !/^Arrow(?:Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    settle(event.key === 'ArrowUp' ? 'tall' : isTall(sheet) ? 'low' : 'gone');
  };
  settle(isTall(sheet) ? 'tall' : 'low');
  sheet.addEventListener('pointerdown', onDown, options);
  sheet.addEventListener('click', onClick, options);
  sheet.addEventListener('keydown', onKey, options);
}

const isTall = (sheet: HTMLElement) => sheet.hasAttribute('data-tall');
const isGrip = ({ target }: Event) => target instanceof Element && target.closest('.grip') !== null;

/** The grip, and the bar as far as it isn't buttons of its own. */
function isHandle(sheet: HTMLElement, event: PointerEvent): boolean {
  if (!sheet.matches('.sheet') || !event.isPrimary || event.button !== 0) return false;
  const { target } = event;
  return isGrip(event) || (target instanceof Element && target.closest('.bar') !== null && !target.closest('button'));
}

/** Moves the sheet with one pointer until it is lifted. Gives a way to let go early. */
function follow(sheet: HTMLElement, down: PointerEvent, onEnd: (where: ReturnType<typeof restOf>) => void): () => void {
  const life = new AbortController();
  const options = { signal: life.signal };
  const pull = measure(sheet);
  const start = pull.height;
  let last = down;
  let isPulled = false;
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const way = event.clientY - down.clientY;
    if (!isPulled && Math.abs(way) < TAP) return;
    if (!isPulled) sheet.setPointerCapture(event.pointerId);
    isPulled = true;
    pull.height = Math.min(pull.tall, start - way);
    pull.speed = (event.clientY - last.clientY) / Math.max(1, event.timeStamp - last.timeStamp);
    last = event;
    sheet.style.setProperty('--height', `${Math.max(pull.low, pull.height)}px`);
    sheet.style.setProperty('--pushed', `${Math.max(0, pull.low - pull.height)}px`);
  };
  const end = () => {
    life.abort();
    for (const name of ['--height', '--pushed']) sheet.style.removeProperty(name);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    if (event.timeStamp - last.timeStamp > STILL) pull.speed = 0;
    end();
    if (isPulled) onEnd(event.type === 'pointercancel' ? 'low' : restOf(pull));
  };
  sheet.addEventListener('pointermove', onMove, options);
  for (const type of ['pointerup', 'pointercancel'] as const) sheet.addEventListener(type, onUp, options);
  return end;
}

/** The heights between which a sheet may be pulled: no taller than its text and the window, no lower than it usually is. */
function measure(sheet: HTMLElement): Pull {
  const height = sheet.getBoundingClientRect().height;
  const text = sheet.querySelector('.scroll');
  const hidden = text ? text.scrollHeight - text.clientHeight : 0;
  const tall = Math.max(height, Math.min(innerHeight * TALLEST, height + hidden));
  return { height, tall, low: isTall(sheet) ? Math.min(height, innerHeight / 2) : height, speed: 0 };
}
