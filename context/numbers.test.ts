import { describe, expect, it } from 'vitest';
import { findQuantities, quantityKeys } from './numbers';
import { tokenise } from './tokens';

const found = (text: string): string[] =>
  findQuantities(tokenise(text)).map(({ kind, value }) => `${kind} ${Math.round(value * 10) / 10}`);

describe('quantities', () => {
  it.each([
    'four in ten',
    'four in 10',
    '40 percent',
    '40 per cent',
    '40%',
    'two-fifths',
    'four out of ten',
    'four of every ten',
  ])('read “%s” as a share of 40', (text) => {
    expect(found(text)).toEqual(['share 40']);
  });

  it.each([
    ['19,955 scientists', 'count 19955'],
    ['nearly twenty thousand', 'count 20000'],
    ['1.5 million', 'count 1500000'],
    ['two hundred and fifty', 'count 250'],
    ['thirty-seven', 'count 37'],
    ['4万人', 'count 40000'],
    ['half of them', 'share 50'],
    ['a quarter', 'share 25'],
    ['in 2018', 'year 2018'],
  ])('read “%s” as %s', (text, quantity) => {
    expect(found(text)).toEqual([quantity]);
  });

  it('leave ordinals and years alone', () => {
    expect(found('the third in the world')).toEqual([]);
    expect(found('one in 2018')).toEqual(['count 1', 'year 2018']);
  });

  it('fall into one bucket when they are near', () => {
    const keysOf = (text: string) => findQuantities(tokenise(text)).flatMap(quantityKeys);
    expect(keysOf('19,955')).toEqual(keysOf('twenty thousand'));
    expect(keysOf('72%')).toEqual(keysOf('seven in ten'));
  });
});
