/** Examples have one marked anchor each; no sentence is claimed by two notes. */
import { tokenise } from '../../context/tokens';
import type { Entry } from '../read';
import { unmark } from '../samples';
import type { AuthoredNote } from '../schema';
import { problem, type Rule } from './rule';

const LONGEST_ANCHOR = 14;

function markFault(example: string): string | null {
  const marks = example.match(/\[[^[\]]+\]/g) ?? [];
  if (marks.length !== 1) return `mark exactly one anchor in [brackets]; there are ${marks.length} in “${example}”`;
  const words = tokenise(marks[0] ?? '').length;
  // Han characters are tokens of their own; about two make a word.
  const limit = /\p{Script=Han}/u.test(marks[0] ?? '') ? 2 * LONGEST_ANCHOR : LONGEST_ANCHOR;
  return words > limit ? `the anchor is ${words} words long; mark only the words the footnote hangs on` : null;
}

export const markedExamples: Rule = ({ notes }) =>
  notes.flatMap((entry) =>
    entry.value.examples.flatMap((example, index) => {
      const fault = markFault(example);
      return fault ? [problem(entry, ['examples', index], fault)] : [];
    }),
  );

export const ownExamples: Rule = ({ notes }) => {
  const owners = new Map<string, Entry<AuthoredNote>>();
  return notes.flatMap((entry) =>
    entry.value.examples.flatMap((example, index) => {
      const text = unmark(example).text.toLowerCase();
      const owner = owners.get(text);
      owners.set(text, entry);
      return owner
        ? [problem(entry, ['examples', index], `the same sentence is an example of ${owner.value.id}; keep it once`)]
        : [];
    }),
  );
};
