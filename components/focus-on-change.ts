import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardView } from '../context/schema';

const focusedIn = (surface: HTMLElement | null): boolean => {
  const focused = surface && (surface.getRootNode() as Document | ShadowRoot).activeElement;
  return Boolean(focused && surface.contains(focused));
};

/**
 * Keeps the focus in a surface whose content changes. Back from a card, it goes to the pill that opened it; into a card,
 * to its heading; to anything else, to the heading only where the focused element went away with the old one (so “Next”
 * can be pressed again). A reader whose focus is in the page keeps it there.
 * @param key tells what the cards lie on; `empty` while nothing is drawn yet: what is drawn first takes no focus
 */
export function useFocusOnChange(
  root: { current: HTMLElement | null },
  cards: readonly CardView[],
  key: string,
  empty = false,
): void {
  const now = { cards, key, empty };
  const before = useRef(now);
  // While rendering, the old content still stands.
  const hadFocus = focusedIn(root.current);
  useLayoutEffect(() => {
    const { cards: earlier, key: keyBefore, empty: wasEmpty } = before.current;
    before.current = now;
    const surface = root.current;
    if (!surface || wasEmpty || (earlier.length === cards.length && keyBefore === key)) return;
    const left = keyBefore === key && earlier.length > cards.length ? earlier.at(-1) : undefined;
    const pill = left && surface.querySelector<HTMLElement>(`[data-card="${left.id}"]`);
    const deeper = keyBefore === key && cards.length > earlier.length;
    if (pill) pill.focus();
    else if (deeper || (hadFocus && !focusedIn(surface))) surface.querySelector<HTMLElement>('h2')?.focus();
  });
}
