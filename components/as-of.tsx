import { formatDate } from './dates';
import { Logo } from './logo';
import { useStrings } from './strings';

/** Whose word this is and how long it holds; past its review date it says so. */
export function AsOf({ date, stale = false }: { date: string; stale?: boolean }) {
  const { t, language } = useStrings();
  return (
    <p class="as-of">
      <Logo size={16} />
      <span>
        {t('asOf.holds', [formatDate(date, language)])}
        {stale && <strong>{t('asOf.stale')}</strong>}
      </span>
    </p>
  );
}
