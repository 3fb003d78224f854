import { useId, useRef, useState } from 'preact/hooks';
import type { Angle, CardView } from '../context/schema';
import { useCardStack } from './card-stack';
import { CardPanel } from './card-view';
import type { Copy } from './copy-button';
import { useFocusOnChange } from './focus-on-change';
import { MoreNote } from './more-note';
import { useStrings } from './strings';
import { Surface } from './surface';
import { type TrayContents, TrayList } from './tray-list';

export interface TrayViewProps extends TrayContents {
  /** The id of the note without a passage that it opens with; null for the list. */
  first: string | null;
  loadCard(id: string): Promise<CardView | null>;
  onCopy: Copy;
  onClose(): void;
}

/**
 * All that Sidelight has for an article, in one list; cards, and notes without a passage, open in it with a way back. A
 * dialog that leaves the page usable.
 */
export function TrayView(props: TrayViewProps) {
  const { answer, first, onClose, onPlace } = props;
  const { t } = useStrings();
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const [more, setMore] = useState(() => answer.more.find(({ note }) => note.id === first) ?? null);
  const [hidden, setHidden] = useState<ReadonlySet<Angle>>(new Set());
  const key = more ? more.note.id : '';
  const stack = useCardStack({ ...props, key, first: null, cards: answer.cards, onClose: () => {} });
  const shown = stack.cards.at(-1);
  useFocusOnChange(root, stack.cards, key);

  const toList = () => setMore(null);
  return (
    <Surface root={root} kind="tray" titleId={titleId} busy={stack.loading} onClose={onClose}>
      {shown ? (
        <CardPanel
          card={shown}
          mentions={answer.mentions.filter(({ card }) => card === shown.id).length}
          mention={null}
          published={props.published}
          back={stack.cards.length > 1 ? t('card.backTo', [stack.cards.at(-2)?.name ?? '']) : t('tray.title')}
          titleId={titleId}
          onBack={stack.pop}
          onClose={onClose}
          onCard={stack.push}
          onMention={(mention) => onPlace({ card: shown.id, mention })}
          onCopy={props.onCopy}
        />
      ) : more ? (
        <MoreNote {...props} more={more} cards={answer.cards} titleId={titleId} onCard={stack.push} onBack={toList} />
      ) : (
        <TrayList
          {...props}
          titleId={titleId}
          hidden={hidden}
          onHide={setHidden}
          onCard={stack.push}
          onMore={setMore}
        />
      )}
    </Surface>
  );
}
