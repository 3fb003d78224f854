/** Precision, recall and anchor overlap of the whole matcher over verdicts, per note and in all. */
import type { Calibration } from '../../context/calibration';
import type { AuthoredNote } from '../schema';
import type { Verdict } from './folds';
import { overlap } from './overlap';

export interface Tally {
  claims: number;
  right: number;
  wrong: number;
  /** Sum of overlaps over the right ones. */
  overlap: number;
}

export interface ClaimScores {
  all: Tally;
  byNote: Map<string, Tally>;
  /** Sentences wrongly taken or missed, with what was answered. */
  faults: { note: string; got: string[]; text: string; makes: boolean }[];
}

const empty = (): Tally => ({ claims: 0, right: 0, wrong: 0, overlap: 0 });

export const precisionOf = ({ right, wrong }: Tally): number => right / Math.max(1, right + wrong);
export const recallOf = ({ right, claims }: Tally): number => right / Math.max(1, claims);
export const f1Of = (tally: Tally): number => {
  const [precision, recall] = [precisionOf(tally), recallOf(tally)];
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
};

/** What one sentence's answers count for. */
function count({ sentence }: Verdict, got: readonly { note: number; exact: string }[]): Tally {
  const own = got.find((each) => each.note === sentence.note);
  if (sentence.note < 0) return { ...empty(), wrong: got.length };
  if (!sentence.makes) return { ...empty(), wrong: own ? 1 : 0 };
  const right = own ? 1 : 0;
  const wrong = got.filter(({ note }) => note !== sentence.note && !sentence.also.includes(note)).length;
  return { claims: 1, right, wrong, overlap: own ? overlap(own.exact, sentence.marked) : 0 };
}

function add(tally: Tally | undefined, more: Tally): void {
  if (!tally) return;
  tally.claims += more.claims;
  tally.right += more.right;
  tally.wrong += more.wrong;
  tally.overlap += more.overlap;
}

/** Wrong are other notes on a sentence that makes a claim, and a look-alike's own note; another note on it may be right. */
export function scoreClaims(
  notes: readonly AuthoredNote[],
  verdicts: readonly Verdict[],
  calibration: Calibration,
): ClaimScores {
  const scores: ClaimScores = { all: empty(), byNote: new Map(notes.map(({ id }) => [id, empty()])), faults: [] };
  for (const verdict of verdicts) {
    const { makes, note: index, text } = verdict.sentence;
    const note = notes[index]?.id ?? '';
    const got = verdict.match(calibration);
    const counted = count(verdict, got);
    add(scores.all, counted);
    add(scores.byNote.get(note), counted);
    const names = got.map((each) => notes[each.note]?.id ?? '');
    if (counted.wrong > 0 || counted.right < counted.claims) scores.faults.push({ note, got: names, text, makes });
  }
  return scores;
}
