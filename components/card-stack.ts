import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Annotation, CardView } from '../context/schema';

/** A card may have been opened at one of its mentions, counted from 1. */
export type Opened = { kind: 'note'; annotation: Annotation } | { kind: 'card'; id: string; mention?: number };

/** What tells one opened thing from another. */
export const openedKey = (opened: Opened) =>
  opened.kind === 'note' ? `note ${opened.annotation.number}` : `card ${opened.id}`;

export interface CardStack {
  cards: readonly CardView[];
  loading: boolean;
  push(id: string): void;
  pop(): void;
}

interface Wanted {
  /** Tells what the cards lie on; another one starts a new stack. */
  key: string;
  /** The card that the stack starts with, where it starts with one. */
  first: string | null;
  cards: Readonly<Record<string, CardView>>;
  loadCard(id: string): Promise<CardView | null>;
  onClose(): void;
}

/** Cards opened one from another. A card that is not at hand is loaded while the one before stays in view. */
export function useCardStack({ key, first, cards, loadCard, onClose }: Wanted): CardStack {
  const [state, setState] = useState<{ key: string; cards: readonly CardView[] }>({ key, cards: [] });
  const [awaited, setAwaited] = useState<string | null>(null);
  // Anything that changes what is shown cancels a card still on its way.
  const turn = useRef(0);
  const stacked = state.key === key ? state.cards : [];

  const show = (list: readonly CardView[]) => {
    turn.current += 1;
    setAwaited(null);
    setState({ key, cards: list });
  };
  const open = async (id: string, below: readonly CardView[], missing: () => void) => {
    const known = cards[id];
    if (known) return show([...below, known]);
    turn.current += 1;
    const mine = turn.current;
    setAwaited(id);
    const loaded = await loadCard(id).catch(() => null);
    if (turn.current !== mine) return;
    setAwaited(null);
    if (loaded) show([...below, loaded]);
    else missing();
  };

  // Only what is opened starts a new stack, not a new render.
  useLayoutEffect(() => {
    if (first !== null) void open(first, [], onClose);
    return () => {
      turn.current += 1;
    };
  }, [key]);

  return {
    cards: stacked,
    loading: awaited !== null,
    push: (id) => void open(id, stacked, () => {}),
    pop: () => show(stacked.slice(0, -1)),
  };
}
