import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { outlineOf, outlineSteps } from './outline';

const LONG = 400;

function longPage() {
  const paragraphs = Array.from({ length: LONG }, (_, at) => `<p>Paragraph ${at} <b>of</b> many.</p>`);
  return parseHTML(`<html><body>${paragraphs.join('')}</body></html>`).document;
}
const textsOf = ({ runs }: ReturnType<typeof outlineOf>) => runs.map(({ content }) => content.text);

test('a long page is read in several steps, to the same end', () => {
  const { body } = longPage();
  const steps = outlineSteps(body);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses += 1;
  expect(pauses).toBeGreaterThan(1);
  expect(textsOf(step.value)).toEqual(textsOf(outlineOf(body)));
  expect(step.value.runs).toHaveLength(LONG);
});

test('a page that replaces its text while it is read is read as it is then', () => {
  const { body } = longPage();
  const steps = outlineSteps(body);
  steps.next();
  body.innerHTML = '<p>Another text.</p>';
  const { done, value } = steps.next();
  expect(done && textsOf(value)).toEqual(['Another text.']);
});
