import { describe, expect, it } from 'vitest';
import { Lexicon, lexiconTable } from './lexicon';
import { read } from './reading';
import { statedIn } from './stated';

const lexicon = new Lexicon(lexiconTable({}));
const stated = (...sentences: string[]) => statedIn(sentences.map((text) => read(lexicon, text)));
const dates = (...sentences: string[]) => stated(...sentences).dates.map(({ exact }) => exact);
const numbers = (...sentences: string[]) => stated(...sentences).numbers.map(({ exact }) => exact);

describe('what an article states', () => {
  it('has dates as far as they are told, with the day and month around the year', () => {
    expect(
      dates('It was signed on 31 January 1979 and renewed in August 2018.', 'Talks on 27 February failed.'),
    ).toEqual(['31 January 1979', 'August 2018', '27 February']);
    expect(dates('On January 31, 1979 it was signed; by 2011 nobody noticed.')).toEqual(['January 31, 1979', '2011']);
    expect(dates('协定于1979年1月31日签署。')).toEqual(['1979年1月31日']);
  });

  it('has numbers with what they count', () => {
    expect(numbers('Nearly 20,000 scientists left, and 72 percent of researchers felt unsafe.')).toEqual([
      '20,000 scientists',
      '72 percent of researchers',
    ]);
    expect(numbers('He invited 50,000 young Americans and paid $2.5 billion.')).toEqual([
      '50,000 young Americans',
      '$2.5 billion',
    ]);
  });

  it('has no number that is part of a name, a date, or small', () => {
    expect(numbers('Under Section 117, two labs closed during COVID-19 on 3 March 2020.')).toEqual([]);
  });

  it('has no share in a word alone that belongs to nothing', () => {
    expect(numbers('They met at half past nine.')).toEqual([]);
    expect(numbers('It took half of papers.')).toEqual(['half of papers']);
  });

  it('has each once, where it stands first', () => {
    const { dates: found } = stated('In 2018 it began.', 'It was 2018.');
    expect(found).toEqual([{ sentence: 0, start: 3, end: 7, exact: '2018' }]);
  });
});
