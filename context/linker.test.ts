import { describe, expect, it } from 'vitest';
import { formKeys, Lexicon, lexiconTable } from './lexicon';
import { type CardName, Linker, nameTable } from './linker';
import { read } from './reading';

const NAMES: CardName[] = [
  { card: 'nsf', name: 'National Science Foundation', short: false },
  { card: 'nsf', name: 'NSF', short: true },
  { card: 'science', name: 'Science', short: false },
  { card: 'sta', name: 'science and technology agreement', short: false },
  { card: 'sta', name: 'the agreement', short: true },
  { card: 'acegpt', name: 'Saudi Arabia … large language model', short: false },
  { card: 'yau', name: 'Shing-Tung Yau', short: false },
  { card: 'yau', name: 'Yau', short: true },
  { card: 'phase-one', name: 'Phase One trade agreement', short: false },
  { card: 'phase-one', name: 'the agreement', short: true },
];
const lexicon = new Lexicon(lexiconTable({ switzerland: [formKeys('Swiss')], europe: [formKeys('EU')] }));
const linker = new Linker(nameTable(NAMES), new Set(['switzerland', 'europe']));
const cardsIn = (text: string, established = new Set<string>()): string[] =>
  linker.link(read(lexicon, text), established).map(({ card }) => card);

describe('linking', () => {
  it('prefers the longest name', () => {
    expect(cardsIn('The National Science Foundation said so.')).toEqual(['nsf']);
  });

  it('counts a short form only after a full mention', () => {
    const established = new Set<string>();
    expect(cardsIn('Yau left.', established)).toEqual([]);
    expect(cardsIn('Shing-Tung Yau won.', established)).toEqual(['yau']);
    expect(cardsIn('Yau left.', established)).toEqual(['yau']);
  });

  it('stays silent where a short form could mean two established cards', () => {
    expect(cardsIn('Critics dislike the agreement.', new Set(['sta', 'phase-one']))).toEqual([]);
    expect(cardsIn('Critics dislike the agreement.', new Set(['sta']))).toEqual(['sta']);
  });

  it('finds a thing by its description, with words between', () => {
    expect(cardsIn('They work with Saudi Arabia on building a large language model.')).toEqual(['acegpt']);
  });

  it('wants capitals where the name has them', () => {
    expect(cardsIn('He studied science.')).toEqual([]);
    expect(cardsIn('He wrote in Science.')).toEqual(['science']);
    expect(cardsIn('the nsf', new Set(['nsf']))).toEqual([]);
  });

  it('leaves another country’s namesake alone', () => {
    expect(cardsIn('The Swiss National Science Foundation said so.')).toEqual([]);
    expect(cardsIn('The EU’s new science and technology agreement waits.')).toEqual([]);
    expect(cardsIn('They had met the Swiss, Shing-Tung Yau recalled.')).toEqual(['yau']);
  });
});
