import type { Annotation } from '../context/schema';
import { PACK_LANGUAGE, useStrings } from './strings';

/** The words the note hangs on and what decided the match, for a reader who wonders. */
export function WhyHere({ id, annotation }: { id: string; annotation: Annotation }) {
  const { t } = useStrings();
  return (
    <div id={id} class="why">
      <p>
        {t('note.matched')} <q>{annotation.anchor.exact}</q>
      </p>
      {annotation.reasons.length > 0 && (
        <>
          <p>{t('note.because')}</p>
          <ul lang={PACK_LANGUAGE}>
            {annotation.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      <p>{t('note.fromPack')}</p>
    </div>
  );
}
