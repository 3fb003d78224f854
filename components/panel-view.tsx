import { useId, useState } from 'preact/hooks';
import type { Angle } from '../context/schema';
import { PageStateView, type PopupState } from './popup-view';
import { directionOf, useStrings } from './strings';
import { type TrayContents, TrayList } from './tray-list';

type Contents = Omit<TrayContents, 'shortcut' | 'onPanel' | 'onHideHandle'>;

export interface PanelViewProps {
  /** On at all. */
  on: boolean;
  /** What the tab in front holds; where it has nothing to list, what to say about it. */
  state: Exclude<PopupState, { kind: 'found' }> | { kind: 'article'; key: string; contents: Contents };
}

/** The side panel: the list of the tab in front. What is chosen opens over the page, where its text is. */
export function PanelView({ state, on }: PanelViewProps) {
  const { language } = useStrings();
  const titleId = useId();
  return (
    <main class="panel" aria-labelledby={titleId} lang={language} dir={directionOf(language)}>
      {state.kind === 'article' ? (
        <List key={state.key} {...state.contents} titleId={titleId} />
      ) : (
        <>
          <h1 id={titleId} class="unseen">
            Sidelight
          </h1>
          <PageStateView state={state} on={on} />
        </>
      )}
    </main>
  );
}

function List(props: Contents & { titleId: string }) {
  const { onPlace } = props;
  const [hidden, setHidden] = useState<ReadonlySet<Angle>>(new Set());
  return (
    <div class="surface tray">
      <TrayList
        {...props}
        hidden={hidden}
        onHide={setHidden}
        onCard={(card) => onPlace({ card, mention: 1 })}
        onMore={({ note }) => onPlace({ more: note.id })}
        onClose={null}
        // The keys open the tray over the page, not this.
        shortcut=""
        onPanel={null}
        onHideHandle={null}
      />
    </div>
  );
}
