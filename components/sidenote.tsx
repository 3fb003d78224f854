import type { RefObject } from 'preact';
import type { Annotation } from '../context/schema';
import { gistOf, shortSource } from './gist';
import { ANGLE_ICONS, Icon } from './icon';
import { directionOf, PACK_LANGUAGE, useStrings } from './strings';

export interface SidenoteProps {
  annotation: Annotation;
  open: boolean;
  /** The claim or the note is pointed at. */
  lit: boolean;
  /** It has been opened. */
  read: boolean;
  onPress(): void;
  outerRef?: RefObject<HTMLButtonElement | null>;
}

/**
 * A note in the margin: number, headline, a line or two, and the first source. It stands in the list beside its chip,
 * which is the note's one stop for the Tab key and has said number and angle already; so both are only seen here.
 *
 * Drawn hidden: whoever lays it out shows it, and drawing it again changes nothing in that.
 */
export function Sidenote({ annotation, open, lit, read, onPress, outerRef }: SidenoteProps) {
  const { language } = useStrings();
  const { number, note, sources } = annotation;
  const { figure, text } = gistOf(note);
  const [source] = sources;
  return (
    <button
      ref={outerRef ?? null}
      type="button"
      class="sidenote"
      hidden
      tabIndex={-1}
      data-angle={note.angle}
      data-lit={open || lit}
      data-read={read}
      aria-expanded={open}
      aria-haspopup="dialog"
      lang={language}
      dir={directionOf(language)}
      onClick={onPress}
    >
      <span class="sidenote-inner">
        <span class="number" aria-hidden="true">
          {number}
        </span>
        <span class="sidenote-text" lang={PACK_LANGUAGE}>
          <b>
            <Icon name={ANGLE_ICONS[note.angle]} size={13} /> {note.headline}
          </b>{' '}
          <span class="sidenote-more">
            {figure && <strong>{figure}</strong>} {text} {source && <cite>{shortSource(source)}</cite>}
          </span>
        </span>
      </span>
    </button>
  );
}
