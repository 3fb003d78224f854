import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from './tokens';

const keys = (text: string): string[] => tokenise(text).map(({ key }) => key);

describe('tokens', () => {
  it('give spellings and inflections of one word the same key', () => {
    expect(keys('scientist’s scientists')).toEqual(['scientist', 'scientist']);
    expect(keys('leaves leaving')).toEqual(['leav', 'leav']);
    expect(keys('café')).toEqual(keys('cafe'));
  });

  it('tell the country from the pronoun', () => {
    expect(keys('US U.S. USA us')).toEqual(['~us', '~us', '~us', 'us']);
  });

  it('part hyphenated words, and keep initials whole', () => {
    expect(keys('U.S.-trained Ph.D.s')).toEqual(['~us', 'train', 'phd']);
  });

  it('take each Han character alone', () => {
    expect(keys('中国 AI')).toEqual(['中', '国', 'ai']);
  });

  it('keep numbers whole', () => {
    expect(keys('19,955 or 1.5')).toEqual(['19,955', 'or', '1.5']);
  });

  it('carry offsets that cut the same words out of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const { start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('reads both Chinese scripts alike', () => {
    expect(keys('美國學術')).toEqual(keys('美国学术'));
  });

  it('takes every word for a word, whatever objects call their properties', () => {
    expect(keys('the constructor toString')).toEqual(['the', 'constructor', 'tostr']);
  });
});
