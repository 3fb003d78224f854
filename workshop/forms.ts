/** Which forms of the lexicon travel with the extension. */
import { PhraseIndex, phraseTable } from '../context/phrases';
import { tokenise } from '../context/tokens';
import type { AuthoredPack } from './read';
import { unmark } from './samples';

/** Everything that the pack itself says: a form of the lexicon that none of it holds is a guess. */
function sentencesIn(pack: AuthoredPack): string[] {
  const notes = pack.notes.flatMap(({ value }) => {
    const { statement, headline, body, examples, counterexamples } = value;
    return [statement, headline, body, ...examples, ...counterexamples];
  });
  const cards = pack.cards.flatMap(({ value }) => [value.name, value.summary]);
  return [...notes, ...cards, ...pack.rounds.map(({ value }) => value.text)].map((text) => unmark(text).text);
}

/** Sentences that a form stands in before it is worth its bytes. */
const LEAST_SPOKEN = 2;

/**
 * The forms that some sentences of the pack or the rounds holds, and all Chinese ones, of which the pack has few sentences.
 * The rest is left at home: a third of the lexicon’s bytes, for words that 10,000 sentences hardly needed.
 */
export function spokenForms(
  pack: AuthoredPack,
  concepts: Readonly<Record<string, readonly string[][]>>,
): Record<string, string[][]> {
  const forms = new Set(Object.values(concepts).flatMap((rows) => rows.map((row) => row.join(' '))));
  const entries = [...forms].map((entry) => ({ first: entry.split(' ')[0] ?? '', entry }));
  const index = new PhraseIndex(phraseTable(entries), (entry) => ({ keys: entry.split(' '), value: entry }));
  const spoken = new Map<string, number>();
  for (const text of sentencesIn(pack)) {
    for (const { value } of index.find(tokenise(text).map(({ key }) => key)))
      spoken.set(value, (spoken.get(value) ?? 0) + 1);
  }
  const isKept = (row: readonly string[]): boolean => {
    const form = row.join(' ');
    return (spoken.get(form) ?? 0) >= LEAST_SPOKEN || /\p{Script=Han}/u.test(form);
  };
  const kept = Object.entries(concepts).map(([id, rows]) => [id, rows.filter(isKept)] as const);
  return Object.fromEntries(kept.filter(([, rows]) => rows.length > 0));
}
