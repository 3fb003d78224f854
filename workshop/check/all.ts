/** Every check, in the order in which an editor would want to mend. */
import type { AuthoredPack, Problem } from '../read';
import { datesHold } from './dates';
import { markedExamples, ownExamples } from './examples';
import { referencesResolve, uniqueIds } from './ids';
import { ambiguousNames, ownNames } from './names';
import type { Rule } from './rule';
import { numbersAgree, tablesHold } from './series';
import { examplesPass, knownConcepts, uniqueConcepts } from './signatures';
import { cleanAddresses, firstHandSources } from './sources';
import { houseStyle, nothingUnchecked } from './style';

const RULES: readonly Rule[] = [
  uniqueIds,
  referencesResolve,
  datesHold,
  firstHandSources,
  cleanAddresses,
  markedExamples,
  ownExamples,
  tablesHold,
  numbersAgree,
  ownNames,
  ambiguousNames,
  uniqueConcepts,
  knownConcepts,
  examplesPass,
  houseStyle,
  nothingUnchecked,
];

/** All problems of a pack: those met while reading it, then those of each rule, by file and line. */
export function checkPack(pack: AuthoredPack): Problem[] {
  const found = [...pack.problems, ...RULES.flatMap((rule) => rule(pack))];
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
