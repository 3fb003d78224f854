import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gates } from './gates';
import type { Reading } from './reading';
import type { Signature } from './signature';

const EMPTY: Signature = { all: [], likely: [], none: [], abroad: [], negative: false };
const sentence = (...concepts: string[]): Reading => ({
  text: '',
  tokens: [],
  quantities: [],
  hits: [],
  concepts: new Set(concepts),
});
const around = ({ cards = [], established = [], met = [] }: Record<string, string[]> = {}) => ({
  cards: new Set(cards),
  established: new Set(established),
  met: new Set(met),
});
const opens = (signature: Partial<Signature>, reading: Reading, known = around()): boolean =>
  new Gates([{ ...EMPTY, ...signature }]).open(reading, known, [0]).length > 0;

describe('a note’s gates', () => {
  it('want one id of each group', () => {
    const all = [['leaving', 'expelled'], ['scientist']];
    expect(opens({ all }, sentence('scientist', 'expelled'))).toBe(true);
    expect(opens({ all }, sentence('leaving'))).toBe(false);
  });

  it('take a card for a concept', () => {
    expect(opens({ all: [['nsf']] }, sentence(), around({ cards: ['nsf'] }))).toBe(true);
  });

  it('look before the sentence where the signature says so', () => {
    const before = around({ established: ['nsf'], met: ['visa'] });
    expect(opens({ all: [['near:nsf'], ['near:visa']] }, sentence(), before)).toBe(true);
  });

  it('look before the sentence for one other group, if the sentence meets another', () => {
    const before = around({ established: ['nsf'], met: ['visa'] });
    expect(opens({ all: [['nsf']] }, sentence(), before)).toBe(false);
    expect(opens({ all: [['nsf'], ['cut']] }, sentence('cut'), before)).toBe(true);
    expect(opens({ all: [['nsf'], ['visa'], ['cut']] }, sentence('cut'), before)).toBe(false);
  });

  it('shut at a concept that silences the note', () => {
    expect(opens({ all: [['visa']], none: ['tourist'] }, sentence('visa', 'tourist'))).toBe(false);
  });

  it('shut where another country is named without China, unless the note is about it', () => {
    const all = [['visa']];
    expect(opens({ all }, sentence('visa', 'india'))).toBe(false);
    expect(opens({ all }, sentence('visa', 'india', 'china'))).toBe(true);
    expect(opens({ all, abroad: ['india'] }, sentence('visa', 'india'))).toBe(true);
    expect(opens({ all, abroad: ['india'] }, sentence('visa', 'india', 'japan'))).toBe(false);
  });

  it('forget one sentence at the next', () => {
    const gates = new Gates([{ ...EMPTY, all: [['visa']] }]);
    expect(gates.open(sentence('visa'), around(), [0])).toEqual([0]);
    expect(gates.open(sentence(), around(), [0])).toEqual([]);
    expect(gates.open(sentence('visa'), around(), [0])).toEqual([0]);
  });

  it('open for a note among many as they would for it alone', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const gated = fc.oneof(
      id,
      id.map((name) => `near:${name}`),
    );
    const signature = fc.record({
      all: fc.array(fc.array(gated, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
      likely: fc.constant<string[][]>([]),
      none: fc.array<string>(id, { maxLength: 2 }),
      abroad: fc.constant<string[]>([]),
      negative: fc.constant(false),
    });
    const ids = fc.array(id, { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(signature, { maxLength: 8 }), ids, ids, ids, (signatures, here, cards, met) => {
        const known = around({ cards, met });
        const alone = [...signatures.keys()].filter((note) =>
          opens(signatures[note] ?? EMPTY, sentence(...here), known),
        );
        const every = [...signatures.keys()];
        expect(new Gates(signatures).open(sentence(...here), known, every)).toEqual(alone);
      }),
    );
  });
});
