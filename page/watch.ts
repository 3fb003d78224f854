import type { Block } from './article';
import { MOST_REREADINGS, SETTLED_AFTER, SETTLED_AT_LATEST } from './timings';

export interface Watched {
  /** The element that holds the article. */
  root: Element;
  /** Its blocks: in a box of a fixed size, only their own sizes tell that text moved. */
  blocks: readonly Block[];
  signal: AbortSignal;
  /** Text of the article changed, and has settled. */
  onText: () => void;
  /** Boxes moved: the window, fonts, images or text that arrived. At most once a frame. */
  onLayout: () => void;
  /** The page scrolled, and all that stands in it along with it: of use for what its bars cover. At most once a frame. */
  onScroll: () => void;
  /** The page went elsewhere without loading: another address is shown. */
  onNavigate: () => void;
}

/**
 * Watches an annotated article, and nothing else in the page, until the signal aborts. Rests while the page is hidden.
 * Gives a way to follow the article to another element.
 */
export function watchArticle({ root, blocks, signal, onText, onLayout, onScroll, onNavigate }: Watched) {
  let watched = root;
  const settle = settling(signal, onText);
  const relayout = oncePerFrame(signal, onLayout);
  const rescroll = oncePerFrame(signal, onScroll);
  const mutations = new MutationObserver(() => {
    settle();
    relayout();
  });
  // Where the whole article is taken away, the observer inside sees nothing; its size becomes nothing.
  const sizes = new ResizeObserver(() => {
    if (!watched.isConnected) settle();
    relayout();
  });
  const follow = (next: Element, nextBlocks: readonly Block[]) => {
    mutations.disconnect();
    sizes.disconnect();
    watched = next;
    mutations.observe(next, { childList: true, characterData: true, subtree: true });
    for (const element of [document.documentElement, next, ...nextBlocks.map((block) => block.element)]) {
      sizes.observe(element);
    }
  };
  follow(root, blocks);
  signal.addEventListener('abort', () => {
    mutations.disconnect();
    sizes.disconnect();
  });
  addEventListener('resize', relayout, { signal });
  const passive = { capture: true, passive: true, signal };
  for (const type of MOVING) document.addEventListener(type, relayout, passive);
  document.addEventListener('scroll', ({ target }) => (target === document ? rescroll : relayout)(), passive);
  document.fonts.addEventListener('loadingdone', relayout, { signal });
  watchNavigation(signal, onNavigate, settle);
  return { follow };
}

/**
 * Events after which text may stand elsewhere, or be seen where it wasn't: most don't bubble as far as the document, but
 * are captured on their way down. A scroller's own scrolling moves text in every frame; the page's moves the overlay, too.
 */
const MOVING = ['load', 'transitionend', 'animationend', 'toggle', 'contentvisibilityautostatechange', 'scrollend'];

/** `push` and `traverse` lead to another page; `replace` may only tidy the address, so the text decides. */
function watchNavigation(signal: AbortSignal, onNavigate: () => void, onReplace: () => void): void {
  let address = withoutFragment(location.href);
  globalThis.navigation?.addEventListener(
    'currententrychange',
    ({ navigationType }) => {
      const now = withoutFragment(location.href);
      if (now === address) return;
      address = now;
      if (navigationType === 'replace') onReplace();
      else onNavigate();
    },
    { signal },
  );
}

/** The address as far as it names a page: a fragment names a place in one, unless it looks like a path. */
export function withoutFragment(url: string): string {
  return url.replace(/#(?![!/]).*$/, '');
}

/** Whether two readings of an article have the same text. */
export function isSameText(some: readonly Block[], others: readonly Block[]): boolean {
  return some.length === others.length && some.every(({ text }, index) => text === others[index]?.text);
}

/** Calls back when nothing has happened for a while, or too much for too long; only while the page is seen. */
function settling(signal: AbortSignal, onSettled: () => void): () => void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let left = MOST_REREADINGS;
  let missed = false;
  const clear = () => {
    clearTimeout(quiet);
    clearTimeout(latest);
    quiet = latest = undefined;
  };
  const settled = () => {
    clear();
    missed = document.hidden;
    if (missed || left <= 0) return;
    left -= 1;
    onSettled();
  };
  signal.addEventListener('abort', clear);
  document.addEventListener('visibilitychange', () => missed && settled(), { signal });
  return () => {
    clearTimeout(quiet);
    quiet = setTimeout(settled, SETTLED_AFTER);
    latest ??= setTimeout(settled, SETTLED_AT_LATEST);
  };
}

function oncePerFrame(signal: AbortSignal, work: () => void): () => void {
  let frame = 0;
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  return () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(work);
  };
}
