import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readArticle } from './article';
import type { Block } from './blocks';
import { cutSentences, toArticle } from './sentences';

const { document } = parseHTML('<p></p>');

function block(text: string, kind: Block['kind'] = 'paragraph'): Block {
  return { element: document.createElement('p'), kind, text, pieces: [] };
}

function cut(text: string, language = 'en'): string[] {
  return cutSentences([block(text)], language).map((sentence) => sentence.text);
}

describe('sentences that stay whole', () => {
  it.each([
    'The U.S. National Science Foundation funds it.',
    'Officials from the U.S. Department of Energy met in Beijing.',
    'She took her Ph.D. Tuesday and left.',
    'Dr. Li and Mr. Wang met Prof. Chen at St. Louis.',
    'Sen. Marco Rubio and Rep. Judy Chu disagreed.',
    'J. Robert Oppenheimer and John F. Kennedy never met.',
    'Apple Inc. Chief Executive Tim Cook flew to China.',
    'It began at 9 a.m. Tuesday in Boston.',
    'The claim goes back to Zhou et al. 2020 and no further.',
    'China ranked No. 1 in output, up 3.5 percent.',
    'It was signed on Jan. 31 and renewed on Aug. 27.',
    'The share of U.K. and U.S. papers fell.',
    '“Why now?” he asked the panel.',
    '"Never!" she said.',
    'They cited costs, delays, etc. in the report.',
    'He waited … and left.',
  ])('%s', (text) => {
    expect(cut(text)).toEqual([text]);
  });
});

describe('sentences that part', () => {
  it.each([
    [['The agreement lapsed.', 'Nobody noticed.']],
    [['He moved to the U.S.', 'The family stayed behind.']],
    [['The lab closed at 5 p.m.', 'She had left by then.']],
    [['It was built by Huawei Technologies Co.', 'But it failed.']],
    [['“We are worried.”', 'The dean nodded.']],
    [['“Will it last?”', 'Nobody could say.']],
    [['They studied vitamin C.', 'Results came late.']],
    [['It lasted until World War I.', 'Germany lost.']],
    [['He paused...', 'Then he went on.']],
  ])('%j', (sentences) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });
});

it('cuts Chinese at its own full stops and keeps closing quotes', () => {
  expect(cut('他说：“合作很重要。”两国科学家都同意！你呢？', 'zh-Hans')).toEqual([
    '他说：“合作很重要。”',
    '两国科学家都同意！',
    '你呢？',
  ]);
});

it('keeps ordinals with their month where they are written with a full stop', () => {
  expect(cut('Das Abkommen wurde am 3. Mai verlängert. Niemand merkte es.', 'de')).toHaveLength(2);
});

it('keeps the number of a list with its text', () => {
  expect(cut('1. Visas were cut.')).toEqual(['1. Visas were cut.']);
});

it('never lets a sentence span blocks', () => {
  const sentences = cutSentences([block('An unfinished', 'heading'), block('sentence goes on.')], 'en');
  expect(sentences).toEqual([
    { text: 'An unfinished', block: 0, kind: 'heading', start: 0 },
    { text: 'sentence goes on.', block: 1, kind: 'paragraph', start: 0 },
  ]);
});

it('says where each sentence starts in its block', () => {
  const text = '  First one.  Second one. ';
  for (const sentence of cutSentences([block(text)], 'en')) {
    expect(text.slice(sentence.start, sentence.start + sentence.text.length)).toBe(sentence.text);
  }
});

it.each(['not a tag', '', 'und', 'xx-Nope'])('copes with the language %j', (language) => {
  expect(cut('One. Two.', language)).toEqual(['One.', 'Two.']);
});

it('sends text only to the background', () => {
  const body = '<p>Scientists in both countries have long worked together on climate. It may end.</p>';
  const page = readArticle(
    parseHTML(`<html lang="en"><body><h1>A title of its own</h1>${body}</body></html>`).document,
  );
  expect(toArticle(page, cutSentences(page.blocks, page.language))).toEqual({
    title: 'A title of its own',
    published: null,
    language: 'en',
    sentences: [
      { text: 'Scientists in both countries have long worked together on climate.', block: 0, kind: 'paragraph' },
      { text: 'It may end.', block: 0, kind: 'paragraph' },
    ],
  });
});
