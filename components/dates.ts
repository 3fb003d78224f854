/** Dates as far as they are known, and numbers, in the reader's language. */

/** Plain `en` means the pack's own English: day before month, as its texts have it. */
const locale = (language: string) => (language === 'en' ? 'en-GB' : language);

/**
 * `2018` → “2018”, `2023-08` → “Aug 2023”, `2024-08-27` → “27 Aug 2024”: never more exact than what is known.
 * UTC on both sides, so that no time zone moves a day.
 */
export function formatDate(date: string, language: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined) return date;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month !== undefined) options.month = 'short';
  if (day !== undefined) options.day = 'numeric';
  return new Intl.DateTimeFormat(locale(language), options).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** A number with its group marks, a true minus sign, and no more decimals than two. */
export function formatNumber(value: number, language: string, compact = false): string {
  const options: Intl.NumberFormatOptions = compact
    ? { notation: 'compact', maximumSignificantDigits: 3 }
    : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale(language), options).format(value).replace('-', '−');
}

/** A value of a series: with a per cent sign where the unit is a percentage, since the unit stands apart from it. */
export function formatValue(value: number, unit: string, language: string): string {
  return formatNumber(value, language) + (/^(%|per cent)/.test(unit) ? '%' : '');
}
