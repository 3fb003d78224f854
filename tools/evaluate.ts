/**
 * `npm run evaluate [-- --calibrate] [-- --faults N]`: how well claims and subjects are recognised, by cross-validation over
 * the pack's examples, rounds and articles, and on the rounds and the articles that nothing was trained on. With
 * `--calibrate`, thresholds are fitted anew and written to `workshop/calibration.json`.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPack } from '../context/pack';
import { compiledPack } from '../workshop/cache';
import { CALIBRATION, SUBJECT } from '../workshop/calibration';
import { calibrate, calibrateSubject } from '../workshop/evaluate/calibrate';
import { f1Of, precisionOf, recallOf, scoreClaims, type Tally } from '../workshop/evaluate/claims';
import { scoreCorpus } from '../workshop/evaluate/corpus';
import { readRound, scoreRound } from '../workshop/evaluate/exam';
import { crossValidate } from '../workshop/evaluate/folds';
import { readPack } from '../workshop/read';

const ROOT = join(import.meta.dirname, '..');
/** The precision to keep on cross-validation, where one sentence in four is a look-alike written to deceive. */
const PRECISION = 0.97;

const { values } = parseArgs({
  options: { calibrate: { type: 'boolean', default: false }, faults: { type: 'string', default: '20' } },
});

const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
const line = (name: string, tally: Tally): string =>
  `${name}: precision ${percent(precisionOf(tally))}, recall ${percent(recallOf(tally))}, F1 ${percent(f1Of(tally))}, ` +
  `anchor overlap ${percent(tally.overlap / Math.max(1, tally.right))}, ${tally.claims} claims`;

const compiled = compiledPack();
const { notes, verdicts, subjects } = crossValidate(readPack(join(ROOT, 'assets/pack')));
const calibration = values.calibrate ? calibrate(verdicts, PRECISION) : CALIBRATION;
const subject = values.calibrate ? calibrateSubject(subjects, calibration) : SUBJECT;
if (values.calibrate) {
  writeFileSync(
    join(ROOT, 'workshop/calibration.json'),
    `${JSON.stringify({ claims: calibration, subject }, null, 2)}\n`,
  );
  console.log('calibration', calibration, subject);
}

const { all, byNote, faults } = scoreClaims(notes, verdicts, calibration);
console.log(line('all', all));
for (const from of ['round', 'pack', 'article'] as const) {
  const some = verdicts.filter(({ sentence }) => sentence.from === from);
  console.log(line(`from each ${from}`, scoreClaims(notes, some, calibration).all));
}

const pack = openPack({ ...compiled, calibration, subject: { ...compiled.subject, ...subject } });
for (const name of readdirSync(join(ROOT, 'tests/rounds')).sort())
  console.log(line(name, scoreRound(pack, readRound(join(ROOT, 'tests/rounds', name)))));
const corpus = scoreCorpus(pack, join(ROOT, 'tests/corpus'));
const { found, missed, wrong } = corpus.subject;
console.log(line('articles of the corpus', corpus.claims));
console.log(
  `subject of the corpus: ${found} found, ${missed.length} missed, ${wrong.length} wrongly taken, ` +
    `F1 ${percent((2 * found) / (2 * found + missed.length + wrong.length))}`,
);
for (const title of missed) console.log(`  missed: ${title}`);
for (const title of wrong) console.log(`  taken: ${title}`);
for (const each of corpus.taken) console.log(`  wrong note: ${each}`);
const count = Number(values.faults);
const worst = [...byNote].sort(([, a], [, b]) => f1Of(a) - f1Of(b));
console.log('\nworst notes');
for (const [id, tally] of worst.slice(0, count)) console.log(`  ${line(id, tally)}`);
console.log('\nwrongly taken');
for (const { note, got, text, makes } of faults.filter((fault) => fault.got.length > 0).slice(0, count)) {
  console.log(`  ${makes ? note : `not ${note}`} → ${got.join(', ')}: ${text}`);
}
