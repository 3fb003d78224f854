/** Runs the matcher over the pack's own examples and counterexamples: each is a test. */
import { judgeLone } from '../../context/lone';
import { type CompiledPack, openPack } from '../../context/pack';
import type { AuthoredPack } from '../read';
import { unmark } from '../samples';

export interface Miss {
  note: string;
  file: string;
  line: number;
  text: string;
  /** Other notes that the sentence got; for a counterexample, its own. */
  got: string[];
  kind: 'missed' | 'taken';
}

export interface Matching {
  recall: number;
  precision: number;
  misses: Miss[];
}

/**
 * Examples are judged with their note's cards mentioned before (they may say “the agreement”), counterexamples alone.
 * Recall: examples that get their note. Precision: of the sentences that get a note they are marked for or against, those
 * marked for it; another note on an example counts as wrong too.
 */
export function runExamples(authored: AuthoredPack, compiled: CompiledPack): Matching {
  const pack = openPack(compiled);
  const notesOn = (text: string, before: readonly string[] = []): string[] => {
    const { notes } = judgeLone(pack, text, before);
    return notes.flatMap(({ note }) => pack.notes[note]?.id ?? []);
  };
  const misses: Miss[] = [];
  let right = 0;
  let wrong = 0;
  let examples = 0;
  for (const entry of authored.notes) {
    const { id } = entry.value;
    entry.value.examples.forEach((example, index) => {
      const { text } = unmark(example);
      const got = notesOn(text, entry.value.cards);
      const own = got.includes(id);
      examples++;
      if (own) right++;
      else if (got.length > 0) wrong++;
      if (!own)
        misses.push({ note: id, file: entry.file, line: entry.line(['examples', index]), text, got, kind: 'missed' });
    });
    entry.value.counterexamples.forEach((text, index) => {
      if (!notesOn(text).includes(id)) return;
      wrong++;
      misses.push({
        note: id,
        file: entry.file,
        line: entry.line(['counterexamples', index]),
        text,
        got: [id],
        kind: 'taken',
      });
    });
  }
  return { recall: right / Math.max(1, examples), precision: right / Math.max(1, right + wrong), misses };
}
