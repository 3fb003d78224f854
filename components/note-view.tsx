import { useId, useState } from 'preact/hooks';
import type { Annotation, CardView, NoteInFull } from '../context/schema';
import { AngleLabel } from './angle-label';
import { AsOf } from './as-of';
import { Chart } from './chart';
import { noteText } from './citation';
import { CloseButton } from './close-button';
import { type Copy, CopyButton } from './copy-button';
import { Icon } from './icon';
import { KeyFigure } from './key-figure';
import { Related } from './related';
import { Since } from './since';
import { Sources } from './sources';
import { PACK_LANGUAGE, useStrings } from './strings';
import { WhyHere } from './why-here';

export interface NoteViewProps {
  annotation: Annotation;
  /** How many notes the article has. */
  total: number;
  /** The article's day, `YYYY-MM-DD`, or null where nothing tells. */
  published: string | null;
  cards: Readonly<Record<string, CardView>>;
  /** Id for the headline, by which the surface around the view is named. */
  titleId?: string;
  onStep(by: -1 | 1): void;
  onClose(): void;
  onCard(id: string): void;
  onCopy: Copy;
}

/** A note beside its claim, with the way to those before and after it. */
export function NoteView(props: NoteViewProps) {
  const { annotation, total } = props;
  const { t } = useStrings();
  return (
    <article class="view" data-angle={annotation.note.angle}>
      <NoteBar {...props} />
      <NoteText key={annotation.number} {...props} />
      {/* Stepping leaves the focus on the button, so what came is said here. */}
      <p class="unseen" aria-live="polite">
        {t('note.announce', [annotation.number, total, annotation.note.headline])}
      </p>
      <NoteFoot key={`foot ${annotation.number}`} {...props} />
    </article>
  );
}

type NoteTextProps = Pick<NoteViewProps, 'published' | 'cards' | 'titleId' | 'onCard'> & { annotation: NoteInFull };

/** A note in its one reading order; a part that is missing leaves no gap. */
export function NoteText({ annotation, published, cards, titleId, onCard }: NoteTextProps) {
  const { t } = useStrings();
  const { note, since, series, sources } = annotation;
  const touched = note.cards.flatMap((id) => cards[id] ?? []);
  const [first, ...more] = series;
  return (
    // biome-ignore-start lint/a11y: the text scrolls, so the keyboard must reach it; a group, since landmarks are for the page
    <div class="scroll" role="group" tabIndex={0} aria-label={t('note.text')}>
      <h2 id={titleId} tabIndex={-1} lang={PACK_LANGUAGE}>
        {note.headline}
      </h2>
      {note.keyFigure && <KeyFigure {...note.keyFigure} />}
      <p class="text" lang={PACK_LANGUAGE}>
        {note.body}
      </p>
      {first && <Chart series={first} published={published} sources={sources} />}
      {more.map((other) => (
        <details key={other.id} class="more">
          <summary>{t('chart.more', [other.title])}</summary>
          <Chart series={other} published={published} sources={sources} />
        </details>
      ))}
      <Since steps={since} published={published} sources={sources} />
      <Sources sources={sources} />
      <Related cards={touched} onCard={onCard} />
    </div>
    // biome-ignore-end lint/a11y: as above
  );
}

/** Stays while the text scrolls: the angle, the way to the notes before and after, and out. */
function NoteBar({ annotation, total, onStep, onClose }: NoteViewProps) {
  const { t } = useStrings();
  const { number } = annotation;
  return (
    <div class="bar">
      <AngleLabel angle={annotation.note.angle} />
      <div class="steps">
        <StepButton icon="chevronLeft" label={t('note.previous')} last={number <= 1} onStep={() => onStep(-1)} />
        <span class="position">{t('note.position', [number, total])}</span>
        <StepButton icon="chevronRight" label={t('note.next')} last={number >= total} onStep={() => onStep(1)} />
        <CloseButton onClose={onClose} />
      </div>
    </div>
  );
}

/** At the first and last note only `aria-disabled`: a button that really is disabled would throw the focus out. */
function StepButton(props: { icon: 'chevronLeft' | 'chevronRight'; label: string; last: boolean; onStep(): void }) {
  const { icon, label, last, onStep } = props;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-disabled={last}
      onClick={() => {
        if (!last) onStep();
      }}
    >
      <Icon name={icon} size={16} />
    </button>
  );
}

function NoteFoot({ annotation, published, onCopy }: NoteViewProps) {
  const strings = useStrings();
  const [why, setWhy] = useState(false);
  const whyId = useId();
  return (
    <div class="foot">
      {why && <WhyHere id={whyId} annotation={annotation} />}
      <div class="foot-row">
        <AsOf date={annotation.note.asOf} stale={annotation.stale} />
        <div class="acts">
          <button
            type="button"
            class="act"
            aria-expanded={why}
            aria-controls={why ? whyId : undefined}
            onClick={() => setWhy(!why)}
          >
            <Icon name="question" />
            {strings.t('note.why')}
          </button>
          <CopyButton text={() => noteText(annotation, published, strings)} onCopy={onCopy} />
        </div>
      </div>
    </div>
  );
}
