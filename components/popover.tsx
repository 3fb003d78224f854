import { useId, useRef } from 'preact/hooks';
import type { CardView } from '../context/schema';
import { type CardStack, type Opened, openedKey, useCardStack } from './card-stack';
import { CardPanel } from './card-view';
import type { Copy } from './copy-button';
import { useFocusOnChange } from './focus-on-change';
import { NoteView } from './note-view';
import { type Strings, useStrings } from './strings';
import { Surface } from './surface';

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
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const key = openedKey(opened);
  const stack = useCardStack({ ...props, key, first: opened.kind === 'card' ? opened.id : null });
  const shown = stack.cards.at(-1);
  useFocusOnChange(root, stack.cards, key, opened.kind === 'card' && !shown);

  const onKey = (event: KeyboardEvent) => {
    const step = STEP_KEYS[event.key];
    if (step === undefined || isModified(event) || shown || opened.kind !== 'note') return;
    event.preventDefault();
    onStep(root.current?.matches(':dir(rtl)') && event.key.startsWith('Arrow') ? (step === 1 ? -1 : 1) : step);
  };

  return (
    <Surface root={root} titleId={titleId} busy={stack.loading} onClose={onClose} onKey={onKey}>
      {shown ? (
        <ShownCard {...props} titleId={titleId} stack={stack} card={shown} />
      ) : (
        opened.kind === 'note' && (
          <NoteView {...props} annotation={opened.annotation} titleId={titleId} onCard={stack.push} />
        )
      )}
    </Surface>
  );
}

/** Held down with an arrow, any modifier means something else; many keyboards have brackets on a third level, though. */
function isModified(event: KeyboardEvent): boolean {
  if (event.key.startsWith('Arrow')) return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
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
