/**
 * `npm test`: everything that CI runs, in order. A failing step doesn't keep the later ones from running.
 * The last line says `N passed, N failed`: tests where a step consists of tests, else the step itself.
 */
import { type Outcome, STEPS } from './test-steps';

interface Result extends Outcome {
  name: string;
  seconds: number;
}

async function runStep(name: string, step: () => Promise<Outcome>): Promise<Result> {
  const start = Date.now();
  console.log(`\n— ${name}`);
  const outcome = await step().catch((error: Error) => ({ passed: 0, failed: 1, skipped: 0, output: String(error) }));
  if (outcome.output) console.log(outcome.output.trimEnd());
  return { name, seconds: (Date.now() - start) / 1000, ...outcome };
}

function lineOf({ name, seconds, passed, failed, skipped }: Result): string {
  const word = failed > 0 ? 'failed' : passed > 0 ? 'ok' : 'skipped';
  const counts = passed + failed + skipped > 1 ? `  (${countsOf({ passed, failed, skipped })})` : '';
  return `${word.padEnd(8)} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s${counts}`;
}

function countsOf({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const results: Result[] = [];
for (const [name, step] of Object.entries(STEPS)) results.push(await runStep(name, step));

const total = { passed: 0, failed: 0, skipped: 0 };
for (const { passed, failed, skipped } of results) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
console.log(`\n${results.map(lineOf).join('\n')}\n\n${countsOf(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
