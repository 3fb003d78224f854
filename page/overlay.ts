import type { Theme } from './theme';

/** How often the host is put back where a page takes away what it doesn't know; then the page has won. */
const MOST_RETURNS = 5;
/** Tells a host that an earlier life of the extension left behind. Set on Sidelight's own element alone. */
const MARK = 'data-sidelight';

export interface Overlay {
  host: HTMLElement;
  shadow: ShadowRoot;
  /** Where Sidelight's own markup goes, in the coordinates of the document. */
  root: HTMLElement;
  /** Lies at the origin of the root's coordinates: what they are measured from. */
  origin: HTMLElement;
  setTheme: (theme: Theme) => void;
}

export interface OverlaySettings {
  css: string;
  theme: Theme;
  /** Open for test drivers alone. */
  mode: ShadowRootMode;
  /** Asked when the host was removed: false where a newer life of the extension did it. */
  mayReturn: () => boolean;
  signal: AbortSignal;
}

/**
 * The one element that Sidelight adds: beside `body`, not in it, without size, with everything inside a shadow root. It
 * is there until the signal aborts, and put back where the page removes it.
 */
export function openOverlay(document: Document, { css, theme, mode, mayReturn, signal }: OverlaySettings): Overlay {
  for (const stale of document.querySelectorAll(`:root > [${MARK}]`)) stale.remove();
  const host = document.createElement('div');
  host.setAttribute(MARK, '');
  const shadow = host.attachShadow({ mode });
  const style = document.createElement('style');
  // Filled before it is appended: some browsers hold a style sheet of a shadow root to the page's CSP otherwise.
  style.textContent = css;
  const root = document.createElement('div');
  root.className = 'sidelight';
  const setTheme = (now: Theme) => root.setAttribute('data-theme', now);
  setTheme(theme);
  const origin = document.createElement('div');
  origin.style.cssText = 'position:absolute;left:0;top:0;width:100px;height:0;visibility:hidden';
  shadow.append(style, origin, root);
  keepKeysInside(root, signal);
  attach(document, host, mayReturn, signal);
  return { host, shadow, root, origin, setTheme };
}

function attach(document: Document, host: HTMLElement, mayReturn: () => boolean, signal: AbortSignal): void {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected || returns >= MOST_RETURNS || !mayReturn()) return;
    returns += 1;
    document.documentElement.append(host);
  });
  document.documentElement.append(host);
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
}

/** A page's own shortcuts can't see into the shadow root, and would take keys meant for a popover as theirs. */
function keepKeysInside(root: HTMLElement, signal: AbortSignal): void {
  for (const type of ['keydown', 'keyup', 'keypress']) {
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
}
