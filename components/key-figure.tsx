import type { Annotation } from '../context/schema';
import { PACK_LANGUAGE } from './strings';

type Figure = NonNullable<Annotation['note']['keyFigure']>;

/** From this many characters on (“−56% asked, −3% enacted”) the value is set smaller, with its label below. */
const LONG_VALUE = 10;

export function KeyFigure({ value, label }: Figure) {
  return (
    <p class="key-figure" data-long={value.length >= LONG_VALUE} lang={PACK_LANGUAGE}>
      <b dir="ltr">{value}</b> <span>{label}</span>
    </p>
  );
}
