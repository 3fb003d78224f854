/**
 * Runs on every page, so it is small, idle and short-lived: one bounded pass over the visible text. Only a page whose
 * text isn't there yet, or that navigates without loading, gets a few more, each behind a cheap test. It observes
 * nothing, holds no library, and speaks the native `chrome` object.
 */
import terms from 'virtual:sidelight/spotter-terms';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { spot } from '../context/spot';

/** Characters read: a long article's first half, and less than a millisecond's walk. */
const MOST_TEXT = 20_000;
/** A page with less text than this at the first pass is still being filled, or has nothing to read. */
const THIN = 3_000;
/** Second looks, after the first or after a navigation. Slow pages have their text by the last. */
const LATER_MS = [300, 1_000, 2_000, 4_500, 10_000];
/** Where articles don't stand. */
const SKIPPED =
  /^(?:script|style|noscript|template|svg|math|nav|header|footer|aside|form|button|select|textarea|iframe|object|canvas|video|audio)$/;

interface Spotter {
  look: () => void;
}

export default defineUnlistedScript(() => {
  const world = globalThis as { sidelightSpotter?: Spotter };
  // Injected again: after an update that kept the world, or when Sidelight was switched on.
  if (world.sidelightSpotter) world.sidelightSpotter.look();
  else world.sidelightSpotter = startSpotter();
});

function startSpotter(): Spotter {
  let timers: ReturnType<typeof setTimeout>[] = [];
  let seen = '';

  const look = () => whenIdle(() => !pass() && lookLater());
  const lookLater = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = LATER_MS.map((delay) => setTimeout(() => whenIdle(() => seen !== outline() && pass()), delay));
  };
  /** Gives whether the page has been judged, so that no second look is needed. */
  const pass = () => {
    seen = outline();
    const text = readText();
    const worthALook = spot(text, terms);
    if (worthALook) tell();
    return worthALook || text.length >= THIN;
  };

  look();
  addEventListener('pageshow', ({ persisted }) => persisted && look());
  // The text of a page that navigates by itself arrives some time after the address.
  globalThis.navigation?.addEventListener('currententrychange', ({ navigationType }) => {
    if (navigationType !== 'push' && navigationType !== 'traverse') return;
    seen = '';
    lookLater();
  });
  return { look };
}

/** Changes when a page is filled or replaced, and costs next to nothing. */
function outline(): string {
  return `${location.href} ${document.title} ${document.getElementsByTagName('p').length}`;
}

function readText(): string {
  let text = document.title;
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
      return SKIPPED.test((node as Element).localName) || (node as HTMLElement).hidden
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP;
    },
  });
  while (text.length < MOST_TEXT && walker.nextNode()) text += ` ${walker.currentNode.nodeValue?.trim() ?? ''}`;
  return text;
}

/** Tells the background; tries once more where it was stopped in the middle, and is silent where it is gone. */
function tell(triesLeft = 1): void {
  if (!globalThis.chrome?.runtime?.id) return;
  // In the shape of `desk/transport.ts`.
  chrome.runtime.sendMessage({ kind: 'spotted', question: null }).catch(() => {
    if (triesLeft > 0) setTimeout(tell, 1_000, triesLeft - 1);
  });
}

function whenIdle(work: () => void): void {
  requestIdleCallback(work, { timeout: 2_000 });
}
