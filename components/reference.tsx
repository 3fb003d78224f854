import { useStrings } from './strings';

/** Which of the listed sources tells this: its number in their list. Nothing where there is only one, or none of them does. */
export function Reference({ to, sources }: { to: string; sources: readonly { id: string }[] }) {
  const { t } = useStrings();
  const number = sources.findIndex(({ id }) => id === to) + 1;
  if (number === 0 || sources.length < 2) return null;
  return (
    <span class="reference">
      <span aria-hidden="true">{number}</span>
      <span class="unseen"> ({t('sources.number', [number])})</span>
    </span>
  );
}
