import { describe, expect, it } from 'vitest';
import { moreOn, type Named, type Touching } from './more';

const note = (id: string, cards: string[], all: string[][] = []): Touching => ({ id, cards, signature: { all } });
const idsOf = (notes: Touching[], named: Partial<Named>) =>
  moreOn(notes, { cards: new Map(), concepts: new Set(), shown: new Set(), ...named }).map(({ id }) => id);

describe('more on what an article names', () => {
  it('takes no note whose cards the article doesn’t name, and none that hangs on its text', () => {
    const notes = [note('elsewhere', ['fast']), note('shown', ['nsf']), note('more', ['nsf'])];
    expect(idsOf(notes, { cards: new Map([['nsf', 1]]), shown: new Set(['shown']) })).toEqual(['more']);
  });

  it('takes no note that is about something else and only touches one thing named', () => {
    const notes = [note('lieber', ['lieber', 'tsinghua']), note('both', ['lieber', 'tsinghua', 'nsf'])];
    const cards = new Map([
      ['tsinghua', 3],
      ['nsf', 1],
    ]);
    expect(idsOf(notes, { cards })).toEqual(['both']);
  });

  it('puts first what touches most of the cards named, then what the article speaks of, then what it names most often', () => {
    const notes = [
      note('often', ['sta'], [['expiry']]),
      note('seldom', ['nih'], [['money']]),
      note('spoken of', ['nsf'], [['near:budget', 'cuts']]),
      note('two', ['yau', 'tsinghua']),
    ];
    const cards = new Map([
      ['sta', 6],
      ['nih', 1],
      ['nsf', 1],
      ['yau', 1],
      ['tsinghua', 1],
    ]);
    expect(idsOf(notes, { cards, concepts: new Set(['budget']) })).toEqual(['two', 'spoken of', 'often', 'seldom']);
  });

  it('gives five at most, and two at most about one card', () => {
    const about = (card: string) => [1, 2, 3].map((number) => note(`${card} ${number}`, [card]));
    const cards = new Map(['a', 'b', 'c'].map((id) => [id, 1]));
    const ids = idsOf(['a', 'b', 'c'].flatMap(about), { cards });
    expect(ids).toEqual(['a 1', 'a 2', 'b 1', 'b 2', 'c 1']);
  });
});
