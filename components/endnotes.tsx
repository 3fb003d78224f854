import type { Annotation } from '../context/schema';
import { citation } from './citation';
import { formatDate } from './dates';
import { PartialDate } from './partial-date';
import { directionOf, PACK_LANGUAGE, useStrings } from './strings';

/**
 * All notes of an article as they stand on paper, after it: the claim in its own words, since not every browser can print
 * numbers into the text, and addresses written out.
 */
export function Endnotes({ annotations }: { annotations: readonly Annotation[] }) {
  const { t, language } = useStrings();
  return (
    <section class="endnotes" lang={language} dir={directionOf(language)}>
      <h2>{t('print.title')}</h2>
      <ol>
        {annotations.map((annotation) => (
          <Endnote key={annotation.number} annotation={annotation} />
        ))}
      </ol>
      <p class="origin">{t('print.origin')}</p>
    </section>
  );
}

function Endnote({ annotation: { number, anchor, note, since, sources } }: { annotation: Annotation }) {
  const { t, language } = useStrings();
  return (
    <li value={number} lang={PACK_LANGUAGE}>
      <p>
        <q>{anchor.exact}</q>
      </p>
      <h3>{note.headline}</h3>
      {note.keyFigure && (
        <p>
          <b>{note.keyFigure.value}</b> {note.keyFigure.label}
        </p>
      )}
      <p>{note.body}</p>
      {since.length > 0 && (
        <p>
          {since.map(({ date, text }) => (
            <span key={`${date} ${text}`}>
              <PartialDate date={date} /> – {text}.{' '}
            </span>
          ))}
        </p>
      )}
      <p class="cited" lang={language}>
        <b>{t('sources.title')}</b>{' '}
        {sources.map((source) => (
          <span key={source.id}>{citation(source, language)} · </span>
        ))}
        {t('asOf.holds', [formatDate(note.asOf, language)])}
      </p>
    </li>
  );
}
