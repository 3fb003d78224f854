import { THEME_AFTER } from './timings';

export type Theme = 'light' | 'dark';

/** The theme of the text in an element: by the background really behind it, not by what the system prefers. */
export function themeBehind(element: Element): Theme {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const background = lightness(getComputedStyle(node).backgroundColor);
    if (background && background.alpha > 0.5) return background.value < 0.5 ? 'dark' : 'light';
  }
  // Nothing but the canvas, whose colour can't be asked for. Text is light where its ground is dark.
  const text = lightness(getComputedStyle(element).color);
  return text && text.value > 0.6 ? 'dark' : 'light';
}

/** Calls back when the theme behind an element has changed, until the signal aborts. The element may be another by then. */
export function watchTheme(element: () => Element, signal: AbortSignal, onTheme: (theme: Theme) => void): void {
  let theme = themeBehind(element());
  let timer: ReturnType<typeof setTimeout>;
  const check = () => {
    const now = themeBehind(element());
    if (now !== theme) onTheme(now);
    theme = now;
  };
  const checkSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(check, THEME_AFTER);
  };
  // Pages switch by an attribute of the root or the body.
  const observer = new MutationObserver(checkSoon);
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', checkSoon, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** How light a computed colour looks, 0 to 1, and how opaque it is; null for a form that no browser computes. */
export function lightness(colour: string): { value: number; alpha: number } | null {
  const form = /^(rgba?|color|oklab|oklch|lab|lch)\((.*)\)$/.exec(colour);
  if (!form) return null;
  const space = form[1] ?? '';
  const numbers = form[2]?.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = space === 'color' ? numbersOfColor(form[2] ?? '') : numbers;
  if (space.startsWith('ok')) return { value: first, alpha };
  if (space.startsWith('l')) return { value: first / 100, alpha };
  const scale = space === 'color' ? 1 : 255;
  // Rec. 709 weights on the encoded values: close enough to tell light from dark.
  return { value: (0.2126 * first + 0.7152 * second + 0.0722 * third) / scale, alpha };
}

/** The numbers of `color(display-p3 r g b / a)`, without the digit in the name. */
function numbersOfColor(inside: string): number[] {
  return (
    inside
      .replace(/^\S+/, '')
      .match(/-?[\d.]+(?:e-?\d+)?/g)
      ?.map(Number) ?? []
  );
}
