import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { CardView } from '../context/schema';
import { type CardStack, type Opened, openedKey, useCardStack } from './card-stack';
import { CardPanel } from './card-view';
import type { Copy } from './copy-button';
import { NoteView } from './note-view';
import { directionOf, type Strings, useStrings } from './strings';

export interface PopoverProps {
  opened: Opened;
  total: number;
  published: string | null;
  cards: Readonly<Record<string, CardView>>;
  /** How often each card's name stands in the article. */
  mentions: Readonly<Record<string, number>>;
  loadCard(id: string): Promise<CardView | null>;
  onStep(by: -1 | 1): void;
  onClose(): void;
  /** Asks for a mention of a card, from 1. */
  onMention(cardId: string, number: number): void;
  onCopy: Copy;
}

const STEP_KEYS: Record<string, -1 | 1> = { ArrowLeft: -1, '[': -1, ArrowRight: 1, ']': 1 };

/**
 * The surface that opens beside a claim or a name: a note or card, and cards opened from there in place, with a way
 * back. Not modal: the page stays usable. Focus is the caller's when it opens, the view's when its content changes.
 */
export function Popover(props: PopoverProps) {
  const { opened, onStep, onClose } = props;
  const { language } = useStrings();
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const stack = useCardStack(props);
  const shown = stack.cards.at(-1);
  useFocusOnChange(root, stack.cards, opened);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      return;
    }
    const step = STEP_KEYS[event.key];
    if (step === undefined || isModified(event) || shown || opened.kind !== 'note') return;
    event.preventDefault();
    onStep(root.current?.matches(':dir(rtl)') && event.key.startsWith('Arrow') ? (step === 1 ? -1 : 1) : step);
  };

  return (
    <section
      ref={root}
      class="surface"
      role="dialog"
      aria-labelledby={titleId}
      aria-busy={stack.loading}
      lang={language}
      dir={directionOf(language)}
      onKeyDown={onKeyDown}
    >
      <Grip />
      {shown ? (
        <ShownCard {...props} titleId={titleId} stack={stack} card={shown} />
      ) : (
        opened.kind === 'note' && (
          <NoteView {...props} annotation={opened.annotation} titleId={titleId} onCard={stack.push} />
        )
      )}
    </section>
  );
}

/** Held down with an arrow, any modifier means something else; many keyboards have brackets on a third level, though. */
function isModified(event: KeyboardEvent): boolean {
  if (event.key.startsWith('Arrow')) return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
}

/** The bar at the top of a sheet that a finger pulls; nowhere else to be seen. Its state is the sheet's affair. */
function Grip() {
  const { t } = useStrings();
  return <button type="button" class="grip" aria-label={t('sheet.grip')} aria-expanded={false} />;
}

function ShownCard(props: PopoverProps & { titleId: string; stack: CardStack; card: CardView }) {
  const { opened, mentions, titleId, stack, card, published, onMention } = props;
  const strings = useStrings();
  return (
    <CardPanel
      card={card}
      mentions={mentions[card.id] ?? 0}
      mention={(opened.kind === 'card' && opened.id === card.id && opened.mention) || null}
      published={published}
      back={backLabel(opened, stack.cards, strings)}
      titleId={titleId}
      onBack={stack.pop}
      onClose={props.onClose}
      onCard={stack.push}
      onMention={(number) => onMention(card.id, number)}
      onCopy={props.onCopy}
    />
  );
}

function backLabel(opened: Opened, cards: readonly CardView[], { t }: Strings): string | null {
  const before = cards.at(-2);
  if (before) return t('card.backTo', [before.name]);
  return opened.kind === 'note' ? t('card.backToNote', [opened.annotation.number]) : null;
}

const focusedIn = (surface: HTMLElement | null): boolean => {
  const focused = surface && (surface.getRootNode() as Document | ShadowRoot).activeElement;
  return Boolean(focused && surface.contains(focused));
};

/**
 * After the content changed: back from a card, focus goes to the pill that opened it; into a card, to its heading; to
 * another note, to the heading only where the focused element went away with the old one (so “Next” can be pressed
 * again). A reader whose focus is in the page keeps it there.
 */
function useFocusOnChange(root: { current: HTMLElement | null }, cards: readonly CardView[], opened: Opened) {
  const now = { cards, key: openedKey(opened), empty: opened.kind === 'card' && cards.length === 0 };
  const before = useRef(now);
  // While rendering, the old content still stands.
  const hadFocus = focusedIn(root.current);
  useLayoutEffect(() => {
    const { cards: earlier, key, empty } = before.current;
    before.current = now;
    const surface = root.current;
    if (!surface || empty || (earlier.length === cards.length && key === now.key)) return;
    const left = key === now.key && earlier.length > cards.length ? earlier.at(-1) : undefined;
    const pill = left && surface.querySelector<HTMLElement>(`[data-card="${left.id}"]`);
    const deeper = key === now.key && cards.length > earlier.length;
    if (pill) pill.focus();
    else if (deeper || (hadFocus && !focusedIn(surface))) surface.querySelector<HTMLElement>('h2')?.focus();
  });
}
