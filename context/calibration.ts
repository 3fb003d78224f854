/** How sure a match is: what speaks for and against it becomes a probability, by logistic regression over cross-validation. */
import * as z from 'zod/mini';
import type { Ranked } from './scores';

/** What each signal weighs, and where silence ends. */
export const Calibration = z.object({
  constant: z.number(),
  score: z.number(),
  margin: z.number(),
  /** For the score of “no claim at all”. */
  none: z.number(),
  /** For each likely group of the note's signature that the sentence leaves unmet. */
  unmet: z.number(),
  /** For the words that speak for the note. */
  spoken: z.number(),
  threshold: z.number(),
});
export type Calibration = z.infer<typeof Calibration>;

/** What the calibration weighs, the constant first; `threshold` isn't one. */
export const SIGNALS = ['constant', 'score', 'margin', 'none', 'unmet', 'spoken'] as const;

/** A greater lead over the next note tells no more. */
const LEAD = 0.7;

/**
 * The signals of a match, in the order of `SIGNALS`.
 * @param unmet likely groups of the note's signature that the sentence leaves unmet
 */
export function signalsOf({ score, margin, none, spoken }: Ranked, unmet: number): number[] {
  return [1, score, Math.min(margin, LEAD), none, unmet, Math.log1p(spoken)];
}

/** 0 … 1 */
export function probabilityOf(calibration: Calibration, ranked: Ranked, unmet: number): number {
  const signals = signalsOf(ranked, unmet);
  const sum = SIGNALS.reduce((total, name, at) => total + calibration[name] * (signals[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
