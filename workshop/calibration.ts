/**
 * How the matcher's scores become probabilities, and the threshold of silence: chosen on cross-validation, never by
 * hand for a sentence.
 */
import type { Calibration } from '../context/matcher';

export const CALIBRATION: Calibration = { constant: -3.2, score: 4, margin: 2.2, unmet: -1.5, threshold: 0.5 };
