/** `npm run pack:stale [-- --today YYYY-MM-DD]`: notes that are due for review, oldest first. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reviewDay } from '../workshop/compile';
import { readPack } from '../workshop/read';

const { values } = parseArgs({
  options: { today: { type: 'string', default: new Date().toISOString().slice(0, 10) } },
});
const { notes } = readPack(join(import.meta.dirname, '../assets/pack'));
const due = notes
  .map((entry) => ({ ...entry, due: reviewDay(entry.value.asOf, entry.value.reviewMonths) }))
  .filter((entry) => entry.due < values.today)
  .sort((a, b) => a.due.localeCompare(b.due));
for (const { value, file, line, due: day } of due) {
  console.log(`${day}  ${value.id}  (holds as of ${value.asOf})  assets/pack/${file}:${line()}`);
}
console.log(`${due.length} of ${notes.length} notes are due for review on ${values.today}`);
