/** Rounds that nothing was trained on, judged by the engine as it ships. */
import { existsSync, readFileSync } from 'node:fs';
import { judgeLone } from '../../context/lone';
import type { Pack } from '../../context/pack';
import { unmark } from '../samples';
import { RoundSentence } from '../schema';
import type { Tally } from './claims';
import { overlap } from './overlap';

/** The sentences of a round's file; none where it is absent. */
export function readRound(file: string): RoundSentence[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => RoundSentence.parse(JSON.parse(line)));
}

/** Scores a round. Any note on a look-alike is wrong, and so is another note on a claim. */
export function scoreRound(pack: Pack, sentences: readonly RoundSentence[]): Tally {
  const tally: Tally = { claims: 0, right: 0, wrong: 0, overlap: 0 };
  for (const { note, against, text: marked, before } of sentences) {
    const { text, start, end } = unmark(marked);
    const cards = pack.notes.find(({ id }) => id === (note ?? against))?.cards ?? [];
    const { notes } = judgeLone(pack, text, before ? cards : []);
    const own = notes.find((each) => pack.notes[each.note]?.id === note);
    tally.claims += note ? 1 : 0;
    tally.right += own ? 1 : 0;
    tally.wrong += notes.length - (own ? 1 : 0);
    tally.overlap += own ? overlap(own.exact, text.slice(start, end)) : 0;
  }
  return tally;
}
