import { describe, expect, it } from 'vitest';
import { judgeLone } from '../../context/lone';
import { openPack } from '../../context/pack';
import { compiledPack } from '../../workshop/cache';

const pack = openPack(compiledPack());
const cardsIn = (text: string, before: string[] = []): string[] => judgeLone(pack, text, before).cards;

describe('names that can mean something else', () => {
  it('Tsinghua is the university in Beijing, not its namesake in Hsinchu', () => {
    expect(cardsIn('She studied at Tsinghua University.')).toContain('tsinghua');
    expect(cardsIn('She studied at National Tsing Hua University in Hsinchu.')).not.toContain('tsinghua');
  });

  it('NSF and its full name are the American foundation, not the Swiss one', () => {
    expect(cardsIn('The National Science Foundation paid for it.')).toContain('nsf');
    expect(cardsIn('The Swiss National Science Foundation paid for it.')).not.toContain('nsf');
  });

  it.each(['Li', 'Chen', 'Wang', 'Hu', 'Xi'])('%s alone is nobody', (surname) => {
    expect(cardsIn(`${surname} said nothing.`)).toEqual([]);
  });

  it('a surname is a person once the article has named that person in full', () => {
    expect(cardsIn('Chen was arrested in January.', ['gang-chen'])).toContain('gang-chen');
  });

  it('“the commission” is nothing before one was named', () => {
    expect(cardsIn('The commission will report in May.')).toEqual([]);
  });

  it('Chinese names are found in both scripts', () => {
    expect(cardsIn('她在清华大学读书。')).toContain('tsinghua');
    expect(cardsIn('她在清華大學讀書。')).toContain('tsinghua');
  });
});
