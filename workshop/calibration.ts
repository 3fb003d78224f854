/**
 * How the matcher's scores become probabilities, and the threshold of silence: fitted on cross-validation by
 * `npm run evaluate -- --calibrate`, never by hand for a sentence.
 */
import type { Calibration } from '../context/matcher';
import fitted from './calibration.json' with { type: 'json' };

export const CALIBRATION: Calibration = fitted;
