import { describe, expect, it } from 'vitest';
import { Anchors } from '../context/anchor';
import { Lexicon, lexiconTable } from '../context/lexicon';
import { wordsIn } from '../context/matcher';
import { read } from '../context/reading';
import { type MarkedReading, tokensIn } from './marks';
import { unmark } from './samples';
import { trainAnchors } from './train-anchors';

const lexicon = new Lexicon(lexiconTable({}));

function marked(sentence: string, note: number): MarkedReading {
  const { text, start, end } = unmark(sentence);
  const reading = read(lexicon, text);
  return { reading, note, anchor: tokensIn(reading, start, end) };
}

const SUBJECTS = ['The agreement', 'The pact', 'The accord', 'A deal of 1979', 'The old treaty', 'That arrangement'];
const TIMES = [
  ...['after a long summer', 'as officials said', 'in the end', 'without much noise', 'despite the letters'],
  ...['in silence', 'before the vote', 'to nobody’s surprise', 'on a wet Monday', 'with the minister abroad'],
];
const sentences = SUBJECTS.flatMap((subject) =>
  TIMES.flatMap((time) => [
    marked(`${subject} [quietly runs out] ${time}.`, 0),
    marked(`${subject} quietly runs out ${time}, and [nobody signed it].`, 1),
  ]),
);
const NAMES = 'quietli\nrun\nout\nnobodi\nsign\ntreati';

const choose = (anchors: Anchors, note: number, text: string): string => {
  const reading = read(lexicon, text);
  const anchor = anchors.choose(reading, note, { from: 0, to: reading.tokens.length });
  return anchor ? wordsIn(reading, anchor.from, anchor.to) : '';
};

describe('the anchor model', () => {
  const model = trainAnchors(sentences, NAMES);
  const anchors = new Anchors(model, NAMES);

  it('learns for each note the words that its anchors hold', () => {
    const text = 'The compact quietly runs out before winter, and nobody signed it.';
    expect(choose(anchors, 0, text)).toBe('quietly runs out');
    expect(choose(anchors, 1, text)).toBe('nobody signed it');
  });

  it('is the same for the same sentences', () => {
    expect(trainAnchors(sentences, NAMES)).toEqual(model);
  });
});

describe('a marked stretch of text', () => {
  const { reading } = marked('China [leads the world].', 0);

  it('is the run of the tokens that it touches', () => {
    expect(tokensIn(reading, 6, 21)).toEqual({ from: 1, to: 4 });
  });

  it('is empty where nothing is marked', () => {
    expect(tokensIn(reading, 0, 0)).toEqual({ from: 0, to: 0 });
  });
});
