import type { Annotation } from '../context/schema';
import { useStrings } from './strings';

/** The words the note hangs on and what its sentence mentions, for a reader who wonders. */
export function WhyHere({ id, annotation }: { id: string; annotation: Annotation }) {
  const { t } = useStrings();
  return (
    <div id={id} class="why">
      <p>
        {t('note.matched')} <q>{annotation.anchor.exact}</q>
      </p>
      {annotation.reasons.length > 0 && (
        <p>
          {t('note.because')} <Quoted words={annotation.reasons} />
        </p>
      )}
      <p>{t('note.fromPack')}</p>
    </div>
  );
}

/** Words of the article, listed as the interface's language lists things. */
function Quoted({ words }: { words: readonly string[] }) {
  const { language } = useStrings();
  const parts = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(words);
  return parts.map(({ type, value }, at) => (type === 'element' ? <q key={at}>{value}</q> : value));
}
