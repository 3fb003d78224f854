import { formatDate } from './dates';
import { useStrings } from './strings';

export function PartialDate({ date }: { date: string }) {
  const { language } = useStrings();
  return <time dateTime={date}>{formatDate(date, language)}</time>;
}
