/**
 * How the matcher's scores become probabilities and where silence ends, and how the signs of an article's subject are
 * weighed: fitted on cross-validation by `npm run evaluate -- --calibrate`, never by hand for a sentence.
 */
import type { Calibration } from '../context/calibration';
import type { SubjectModel } from '../context/subject';
import fitted from './calibration.json' with { type: 'json' };

export const CALIBRATION: Calibration = fitted.claims;
export const SUBJECT: Omit<SubjectModel, 'lexicon'> = fitted.subject;
