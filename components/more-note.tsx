import type { NoteInFull } from '../context/schema';
import { AngleLabel } from './angle-label';
import { AsOf } from './as-of';
import { noteText } from './citation';
import { CloseButton } from './close-button';
import { CopyButton } from './copy-button';
import { Icon } from './icon';
import { NoteText, type NoteViewProps } from './note-view';
import { useStrings } from './strings';

type MoreNoteProps = Pick<NoteViewProps, 'published' | 'cards' | 'titleId' | 'onCard' | 'onCopy' | 'onClose'> & {
  more: NoteInFull;
  onBack(): void;
};

/** A note without a passage of the article to stand beside, opened from the list and going back to it. */
export function MoreNote({ more, onBack, onClose, ...text }: MoreNoteProps) {
  const strings = useStrings();
  return (
    <article class="view" data-angle={more.note.angle}>
      <div class="bar">
        <button type="button" class="back" onClick={onBack}>
          <Icon name="arrowLeft" size={16} />
          <span>{strings.t('tray.title')}</span>
        </button>
        <div class="steps">
          <AngleLabel angle={more.note.angle} />
          <CloseButton onClose={onClose} />
        </div>
      </div>
      <NoteText {...text} annotation={more} />
      <div class="foot">
        <div class="foot-row">
          <AsOf date={more.note.asOf} stale={more.stale} />
          <div class="acts">
            <CopyButton text={() => noteText(more, text.published, strings)} onCopy={text.onCopy} />
          </div>
        </div>
      </div>
    </article>
  );
}
