export interface Printing {
  /** The page is about to be printed; the screen's layout still stands. */
  onStart: () => void;
  /** The page is laid out for paper, and can be measured. Not every browser lets that be seen. */
  onPaper: () => void;
  /** The screen is back. */
  onEnd: () => void;
  signal: AbortSignal;
}

/**
 * Hears the page being printed. Chromium lays the page itself out for paper, and tells of the change of medium when it
 * has; Firefox prints a copy that no script sees, and lets its layout be: there the window is as wide as it was.
 */
export function hearPrinting({ onStart, onPaper, onEnd, signal }: Printing): void {
  const width = () => document.documentElement.clientWidth;
  let before: number | null = null;
  addEventListener(
    'beforeprint',
    () => {
      before = width();
      onStart();
    },
    { signal },
  );
  matchMedia('print').addEventListener(
    'change',
    ({ matches }) => {
      if (!matches) onEnd();
      else if (before !== null && width() !== before) onPaper();
    },
    { signal },
  );
  addEventListener(
    'afterprint',
    () => {
      before = null;
      onEnd();
    },
    { signal },
  );
}
