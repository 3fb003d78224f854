import type { Angle, Annotation, NoteInFull } from '../context/schema';
import { ANGLE_ICONS, Icon } from './icon';
import { PACK_LANGUAGE, useStrings } from './strings';
import { ANGLE_WORDS } from './words';

interface NoteListProps {
  annotations: readonly Annotation[];
  /** BCP 47 tag of the article's text, or `und`. */
  language: string;
  /** Ids of the notes that have been opened. */
  read: ReadonlySet<string>;
  /** The id of the note that is open beside the text. */
  open: string | null;
  onNote(number: number): void;
}

/** The notes in reading order, each with the words that it hangs on. */
export function NoteList({ annotations, language, read, open, onNote }: NoteListProps) {
  const { t } = useStrings();
  return (
    <ol class="entries">
      {annotations.map(({ number, note, anchor }) => (
        <li key={note.id}>
          <button
            type="button"
            class="entry"
            data-angle={note.angle}
            data-note={number}
            data-read={read.has(note.id)}
            aria-current={note.id === open ? 'true' : undefined}
            onClick={() => onNote(number)}
          >
            <span class="number">{number}</span>
            <span class="entry-text">
              <Headline angle={note.angle} headline={note.headline} />
              <q lang={language === 'und' ? undefined : language}>{anchor.exact}</q>
              {read.has(note.id) && <span class="unseen">, {t('tray.read')}</span>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Notes that hang on no passage: without number and words, and never among the others. */
export function MoreList({ more, onMore }: { more: readonly NoteInFull[]; onMore(more: NoteInFull): void }) {
  const { t } = useStrings();
  if (more.length === 0) return null;
  return (
    <section class="tray-more">
      <h3>
        {t('tray.more')} <small>{t('tray.moreApart')}</small>
      </h3>
      <ul class="entries">
        {more.map((one) => (
          <li key={one.note.id}>
            <button type="button" class="entry" data-angle={one.note.angle} onClick={() => onMore(one)}>
              <span class="entry-text">
                <Headline angle={one.note.angle} headline={one.note.headline} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Headline({ angle, headline }: { angle: Angle; headline: string }) {
  const { t } = useStrings();
  return (
    <span class="headline">
      <Icon name={ANGLE_ICONS[angle]} size={13} />
      <span class="unseen">{t(ANGLE_WORDS[angle])}: </span>
      <span lang={PACK_LANGUAGE}>{headline}</span>
    </span>
  );
}
