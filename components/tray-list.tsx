import type { Angle, Answer, NoteInFull, Place, Source } from '../context/schema';
import { AngleFilter } from './angle-filter';
import { CloseButton } from './close-button';
import { Icon } from './icon';
import { MoreList, NoteList } from './note-list';
import { Related } from './related';
import { RestsOn } from './rests-on';
import { useStrings } from './strings';

/** What the list is made of, and the acts that lead from it into the page. */
export interface TrayContents {
  answer: Answer;
  /** The article's day, `YYYY-MM-DD`, or null where nothing tells. */
  published: string | null;
  /** BCP 47 tag of the article's text, or `und`. */
  language: string;
  /** Ids of the notes that have been opened. */
  read: ReadonlySet<string>;
  /** The id of the note that is open beside the text. */
  open: string | null;
  /** The keys that open the tray, as the browser writes them; empty where the reader has taken them away. */
  shortcut: string;
  onPlace(place: Place): void;
  /** Null where there is no side panel to open, or this is it. */
  onPanel: (() => void) | null;
  /** Takes the handle away for this page; null where there is none. */
  onHideHandle: (() => void) | null;
}

interface TrayListProps extends TrayContents {
  titleId: string;
  /** The angles whose notes are left out. */
  hidden: ReadonlySet<Angle>;
  onHide(hidden: ReadonlySet<Angle>): void;
  onCard(id: string): void;
  onMore(more: NoteInFull): void;
  /** Null where it is a page of its own, which the browser closes. */
  onClose: (() => void) | null;
}

/** The article's notes in reading order, whom and what it names, what it rests on, and what more there is. */
export function TrayList(props: TrayListProps) {
  const { answer, titleId, onClose, onCard, onMore, onPlace } = props;
  const { t } = useStrings();
  return (
    <article class="view">
      <div class="bar">
        <h2 id={titleId} tabIndex={-1}>
          {t('tray.title')}
        </h2>
        {onClose && <CloseButton onClose={onClose} />}
      </div>
      {/* biome-ignore-start lint/a11y: the text scrolls, so the keyboard must reach it; a group, since landmarks are for the page */}
      <div class="scroll" role="group" tabIndex={0} aria-label={t('tray.title')}>
        {answer.annotations.length > 0 && <Notes {...props} />}
        <Related cards={cardsIn(answer)} title={t('tray.cards')} onCard={onCard} />
        <RestsOn
          {...props}
          stated={answer.stated}
          sources={sourcesIn(answer)}
          onAnchor={(anchor) => onPlace({ anchor })}
        />
        <MoreList more={answer.more} onMore={onMore} />
      </div>
      {/* biome-ignore-end lint/a11y: as above */}
      <Foot {...props} />
    </article>
  );
}

function Notes(props: TrayListProps) {
  const { hidden, onHide, onPlace } = props;
  const { annotations } = props.answer;
  const { t } = useStrings();
  const shown = annotations.filter(({ note }) => !hidden.has(note.angle));
  return (
    <>
      <AngleFilter present={new Set(annotations.map(({ note }) => note.angle))} hidden={hidden} onHide={onHide} />
      <p class={shown.length > 0 ? 'unseen' : 'tray-none'} aria-live="polite">
        {shown.length < annotations.length || shown.length === 0
          ? t('tray.shown', [shown.length, annotations.length])
          : ''}
      </p>
      <NoteList {...props} annotations={shown} onNote={(note) => onPlace({ note })} />
    </>
  );
}

function Foot({ shortcut, onPanel, onHideHandle }: TrayListProps) {
  const { t } = useStrings();
  if (!shortcut && !onPanel && !onHideHandle) return null;
  return (
    <div class="foot">
      <div class="foot-row">
        {shortcut && <kbd title={t('tray.open')}>{shortcut}</kbd>}
        <div class="acts">
          {onHideHandle && (
            <button type="button" class="act" onClick={onHideHandle}>
              <Icon name="eyeOff" />
              {t('tray.hide')}
            </button>
          )}
          {onPanel && (
            <button type="button" class="act" onClick={onPanel}>
              <Icon name="panel" />
              {t('tray.panel')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

/** The cards that the article names, in the order in which it does. */
function cardsIn({ mentions, cards }: Answer) {
  return [...new Set(mentions.map(({ card }) => card))].flatMap((id) => cards[id] ?? []);
}

/** The sources of the notes in the text, each once. */
function sourcesIn({ annotations }: Answer): Source[] {
  return [...new Map(annotations.flatMap(({ sources }) => sources).map((source) => [source.id, source])).values()];
}
