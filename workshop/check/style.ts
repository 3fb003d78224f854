/** House style: neutral words, curly quotes, en dashes in ranges, no exclamation marks; nothing left in doubt. */
import { problem, proseOf, type Rule } from './rule';

interface Habit {
  pattern: RegExp;
  mend: string;
}

const LOADED =
  /\b(?:witch[- ]hunt|crackdown|regime|so-called|stealing|stole|thugs?|shocking|outrageous|disastrous|slam(?:s|med)?|blast(?:s|ed)|crucial(?:ly)?|of course|clearly|obviously|needless to say|massive(?:ly)?|skyrocket\w*|plummet\w*|unprecedented)\b/i;

const HABITS: readonly Habit[] = [
  { pattern: /!/, mend: 'no exclamation marks' },
  { pattern: LOADED, mend: 'a loaded word; say the same plainly' },
  { pattern: /["']/, mend: 'use curly quotes and apostrophes (“ ” ‘ ’)' },
  { pattern: /(?<![\d-])\d{1,4}-\d{1,4}(?![\d-])/, mend: 'use an en dash in ranges (2010–2021)' },
  { pattern: /\s{2,}/, mend: 'one space between words' },
  { pattern: /\d\s+%/, mend: 'no space before %' },
];

export const houseStyle: Rule = (pack) =>
  proseOf(pack).flatMap(({ entry, path, text }) =>
    HABITS.flatMap(({ pattern, mend }) => {
      const found = pattern.exec(text);
      return found ? [problem(entry, path, `“${found[0]}”: ${mend}`)] : [];
    }),
  );

export const nothingUnchecked: Rule = ({ notes, cards, series }) =>
  [...notes, ...cards, ...series].flatMap((entry) =>
    entry.value.unchecked
      ? [problem(entry, ['unchecked'], `still in doubt (${entry.value.unchecked}); check it, or take it out`)]
      : [],
  );
