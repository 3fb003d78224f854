/** Fits how scores become probabilities, and finds the threshold that keeps the wanted precision. */
import { type Calibration, SIGNALS, signalsOf } from '../../context/calibration';
import { SUBJECT_SIGNS, type SubjectModel } from '../../context/subject';
import { outcome, type SubjectVerdict, type Verdict } from './folds';

const STEPS = 8000;
const RATE = 0.5;

interface Row {
  inputs: readonly number[];
  right: number;
}

/**
 * Logistic regression by plain gradient descent: a few weights, at most some thousand rows.
 * @param ridge pulls the weights towards 0, the first (the constant) excepted
 */
function fitted(rows: readonly Row[], start: readonly number[], ridge = 0): number[] {
  const weights = [...start];
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight));
    for (const { inputs, right } of rows) {
      const error = 1 / (1 + Math.exp(-inputs.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0))) - right;
      inputs.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + error * value;
      });
    }
    weights.forEach((_, at) => {
      weights[at] = (weights[at] ?? 0) - (RATE * (slope[at] ?? 0)) / rows.length;
    });
  }
  return weights;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * @param precision the precision to keep, 0 … 1
 * @returns the calibration, with the lowest threshold above which the verdicts keep that precision
 */
export function calibrate(verdicts: readonly Verdict[], precision: number): Calibration {
  const rows = verdicts.flatMap((verdict): Row[] => {
    const { top } = verdict;
    const result = outcome(verdict, top?.note);
    if (!top || result === 'silent') return [];
    return [{ inputs: signalsOf(top, top.unmet), right: result === 'right' ? 1 : 0 }];
  });
  const weights = fitted(rows, [0, 1, 1, -1, -1, 1]).map(rounded);
  const entries = SIGNALS.map((signal, at) => [signal, weights[at] ?? 0] as const);
  const shape = { ...(Object.fromEntries(entries) as Omit<Calibration, 'threshold'>), threshold: 0 };
  return { ...shape, threshold: rounded(thresholdFor(verdicts, shape, precision)) };
}

/** Everything that the matcher would show at a threshold of 0, best first, until too much of it is wrong. */
function thresholdFor(verdicts: readonly Verdict[], shape: Calibration, precision: number): number {
  const shown = verdicts
    .flatMap((verdict) =>
      verdict.match(shape).map(({ note, probability }) => ({ result: outcome(verdict, note), probability })),
    )
    .filter(({ result }) => result !== 'silent')
    .sort((a, b) => b.probability - a.probability);
  let right = 0;
  let threshold = 1;
  shown.forEach(({ result, probability }, index) => {
    if (result === 'right') right++;
    if (right / (index + 1) >= precision) threshold = probability;
  });
  return threshold;
}

/** Keeps a model of six signs honest on some seventy articles. */
const RIDGE = 0.3;

/** Fits how the signs of an article's subject are weighed, under a calibration of the claims. */
export function calibrateSubject(
  verdicts: readonly SubjectVerdict[],
  calibration: Calibration,
): Omit<SubjectModel, 'lexicon'> {
  const rows = verdicts.map(({ on, signs: under }): Row => {
    const signs = under(calibration);
    return { inputs: [1, ...SUBJECT_SIGNS.map((sign) => signs[sign])], right: on ? 1 : 0 };
  });
  const [constant = 0, ...weights] = fitted(rows, [0, ...SUBJECT_SIGNS.map(() => 0)], RIDGE).map(rounded);
  const entries = SUBJECT_SIGNS.map((sign, at) => [sign, weights[at] ?? 0] as const);
  return { constant, weights: Object.fromEntries(entries) as SubjectModel['weights'], threshold: 0.5 };
}
