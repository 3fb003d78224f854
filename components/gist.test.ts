import { describe, expect, it } from 'vitest';
import { gistOf, shortSource } from './gist';

const note = (body: string, keyFigure?: { value: string; label: string }) =>
  ({ body, ...(keyFigure ? { keyFigure } : {}) }) as Parameters<typeof gistOf>[0];
const source = (publisher: string, date: string) => ({ publisher, date }) as Parameters<typeof shortSource>[0];

describe('the gist of a note', () => {
  it('is its key figure, with what it counts', () => {
    expect(gistOf(note('A survey asked. It found much.', { value: '72%', label: 'did not feel safe' }))).toEqual({
      figure: '72%',
      text: 'did not feel safe',
    });
  });

  it('is the first sentence where there is no figure', () => {
    expect(gistOf(note('It lapsed in August 2024. It was revived in December.'))).toEqual({
      text: 'It lapsed in August 2024.',
    });
  });

  it('doesn’t end at a point within a number', () => {
    expect(gistOf(note('China spent 2.6% of GDP in 2023. America spent more.')).text).toBe(
      'China spent 2.6% of GDP in 2023.',
    );
  });

  it('is cut between words, and says so, where it is long', () => {
    const { text } = gistOf(note(`${'word '.repeat(20)}words, ${'word '.repeat(9)}end.`));
    expect(text).toBe(`${'word '.repeat(20)}words …`);
  });
});

describe('a source in short', () => {
  it.each([
    ['Reuters', '2024-12-13', 'Reuters\u00a02024'],
    ['US Bureau of Industry and Security, Federal Register', '2023', 'US Bureau of Industry and Security\u00a02023'],
    ['Science Japan (JST)', '2025-01', 'Science Japan\u00a02025'],
    ['National Science Board / NCSES', '2024-03', 'National Science Board\u00a02024'],
  ])('of %s, %s is %s', (publisher, date, short) => {
    expect(shortSource(source(publisher, date))).toBe(short);
  });
});
