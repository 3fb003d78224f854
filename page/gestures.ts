import { Attention, type Surroundings } from './attention';

export interface Gestures<T> extends Surroundings<T> {
  /** What a finger means that touches a point. */
  targetNear: (x: number, y: number) => T | null;
  /** A claim or name was clicked. */
  onPress: (target: T) => void;
  /** Escape, or a press elsewhere. */
  onDismiss: () => void;
  /** A bracket, while something is open and the keyboard is in the page. */
  onStep: (by: -1 | 1) => void;
}

/** Where a click, a hover or a key is the page's own affair. */
const INTERACTIVE =
  'a[href],button,input,select,textarea,summary,label,[role="button"],[role="link"],[contenteditable]';
const EDITABLE = 'input,textarea,select,[contenteditable]:not([contenteditable="false"])';

/**
 * Hears what the reader does over the article, on the document and without touching it: never prevents, never selects,
 * never moves focus. `host` is the overlay's, whose own buttons speak for themselves.
 */
export function hearGestures<T>(
  document: Document,
  host: HTMLElement,
  gestures: Gestures<T>,
  signal: AbortSignal,
): void {
  const attention = new Attention(gestures, signal);
  const isOwn = (event: Event) => event.composedPath().includes(host);
  const options = { capture: true, passive: true, signal };

  document.addEventListener(
    'pointermove',
    (event) => {
      // Fingers don't hover; a pressed button drags or selects; in a field one writes.
      const deaf = event.pointerType === 'touch' || event.buttons !== 0 || (!isOwn(event) && isIn(EDITABLE, event));
      if (deaf) attention.cancel();
      else attention.move(event.clientX, event.clientY, event.timeStamp);
    },
    options,
  );

  document.addEventListener(
    'pointerdown',
    (event) => {
      attention.cancel();
      const open = gestures.open();
      // A finger may be about to scroll: what it means shows when it is lifted.
      if (
        !open ||
        event.pointerType === 'touch' ||
        isOwn(event) ||
        gestures.targetAt(event.clientX, event.clientY) === open.target
      )
        return;
      gestures.onDismiss();
    },
    options,
  );

  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || isOwn(event)) return;
      const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
      const find = isTouch ? gestures.targetNear : gestures.targetAt;
      const isPages = isIn(INTERACTIVE, event) || hasSelection(document);
      const target = isPages ? null : find(event.clientX, event.clientY);
      if (isTouch && gestures.open() && !target) gestures.onDismiss();
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (target) gestures.onPress(target);
    },
    options,
  );

  // On the window, before the page's own listeners: an Escape that closes a note shouldn't close the page's things too.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || !gestures.open()) return;
      const step = stepOf(event);
      if (event.key !== 'Escape' && (!step || isOwn(event) || isIn(EDITABLE, event))) return;
      event.stopImmediatePropagation();
      if (step) gestures.onStep(step);
      else gestures.onDismiss();
    },
    { capture: true, signal },
  );

  document.addEventListener('pointerout', (event) => event.relatedTarget === null && attention.away(), options);
  for (const type of ['scroll', 'visibilitychange']) document.addEventListener(type, () => attention.cancel(), options);
}

/** `[` and `]`, on a third level of many keyboards. */
function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  if ((event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')) return 0;
  return event.key === '[' ? -1 : event.key === ']' ? 1 : 0;
}

function isIn(selector: string, event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(selector));
}

function hasSelection(document: Document): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed;
}
