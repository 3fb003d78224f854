/** Card names: none belongs to two cards, and one that is also an everyday word says what else it can mean. */
import type { Entry, Problem } from '../read';
import type { AuthoredCard } from '../schema';
import { problem, type Rule } from './rule';

const full = ({ name, zh, aliases }: AuthoredCard): string[] => [...new Set([name, ...(zh ? [zh] : []), ...aliases])];

export const ownNames: Rule = ({ cards }) => {
  const owners = new Map<string, Entry<AuthoredCard>>();
  return cards.flatMap((entry) =>
    full(entry.value).flatMap((name): Problem[] => {
      const owner = owners.get(name.toLowerCase());
      owners.set(name.toLowerCase(), entry);
      return owner && owner !== entry
        ? [
            problem(
              entry,
              ['aliases'],
              `“${name}” also names ${owner.value.id}; make it a short form of one, or of both`,
            ),
          ]
        : [];
    }),
  );
};

/** A single capitalised English word, or an acronym of up to three letters: likely to mean something else too. */
const isShort = (name: string): boolean => /^[A-Z][a-z]+$|^[A-Z]{2,3}$/.test(name);

export const ambiguousNames: Rule = ({ cards }) =>
  cards.flatMap((entry) => {
    const risky = full(entry.value).filter(isShort);
    return risky.length > 0 && !entry.value.ambiguousWith?.length
      ? [
          problem(
            entry,
            ['aliases'],
            `“${risky.join('”, “')}” can mean other things; list them in ambiguousWith, or make it a short form`,
          ),
        ]
      : [];
  });
