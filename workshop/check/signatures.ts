/** Signatures name what exists, and let every example of their own note through. */
import { Gates } from '../../context/gates';
import { ON_SUBJECT } from '../../context/signature';
import { signatureOf } from '../compile';
import { type AuthoredPack, conceptsOf } from '../read';
import { Bench, unmark } from '../samples';
import { problem, type Rule } from './rule';

const plain = (id: string): string => id.replace(/^near:/, '');

export const knownConcepts: Rule = ({ notes, cards, lexicon }) => {
  const known = new Set([...lexicon.flatMap(({ value }) => Object.keys(value)), ...cards.map(({ value }) => value.id)]);
  return notes.flatMap((entry) => {
    const { all = [], likely = [], none = [], abroad = [] } = entry.value.signature ?? {};
    return [...all.flat(), ...likely.flat(), ...none, ...abroad]
      .filter((id) => !known.has(plain(id)))
      .map((id) =>
        problem(
          entry,
          ['signature'],
          `“${plain(id)}” is neither a concept of the lexicon nor a card; add it there or mend it`,
        ),
      );
  });
};

/** A concept stands in one file only; its forms would silently replace one another. */
export const uniqueConcepts: Rule = ({ lexicon }) => {
  const owners = new Map<string, string>();
  return lexicon.flatMap((entry) =>
    Object.keys(entry.value).flatMap((id) => {
      const owner = owners.get(id);
      owners.set(id, entry.file);
      return owner ? [problem(entry, [id], `concept “${id}” stands in ${owner} already; add its forms there`)] : [];
    }),
  );
};

export const examplesPass: Rule = (pack: AuthoredPack) => {
  const bench = new Bench(
    conceptsOf(pack),
    pack.cards.map(({ value }) => value),
  );
  return pack.notes.flatMap((entry) => {
    const gates = new Gates([signatureOf(bench, entry.value)]);
    return entry.value.examples.flatMap((example, index) => {
      const { text } = unmark(example);
      const { reading, cards } = bench.judge(text, entry.value.cards ?? []);
      const around = { cards, established: new Set(entry.value.cards ?? []), met: ON_SUBJECT };
      return gates.open(reading, around, [0]).length > 0
        ? []
        : [
            problem(
              entry,
              ['examples', index],
              `the signature shuts out its own example “${text}”; widen a group or a concept`,
            ),
          ];
    });
  });
};
