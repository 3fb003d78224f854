/** Sources: a primary or peer-reviewed one for each note wherever there is one, and clean addresses. */
import { problem, type Rule } from './rule';

const FIRST_HAND = new Set(['primary', 'peer-reviewed']);

export const firstHandSources: Rule = ({ notes, sources }) => {
  const kinds = new Map(sources.map(({ value }) => [value.id, value.kind]));
  return notes.flatMap((entry) => {
    const { sources: ids, onlySecondary } = entry.value;
    const firstHand = ids.some((id) => FIRST_HAND.has(kinds.get(id) ?? ''));
    if (firstHand && onlySecondary)
      return [problem(entry, ['onlySecondary'], 'a first-hand source is there; delete onlySecondary')];
    return firstHand || onlySecondary
      ? []
      : [
          problem(
            entry,
            ['sources'],
            'no primary or peer-reviewed source; add one, or say in onlySecondary why none exists',
          ),
        ];
  });
};

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|cmpid|smid)$/i;

export const cleanAddresses: Rule = ({ sources }) =>
  sources.flatMap((entry) => {
    const { url } = entry.value;
    const tracking = url ? [...new URL(url).searchParams.keys()].filter((key) => TRACKING.test(key)) : [];
    return tracking.length > 0
      ? [problem(entry, ['url'], `the address carries tracking (${tracking.join(', ')}); cut it off`)]
      : [];
  });
