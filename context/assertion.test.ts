import { describe, expect, it } from 'vitest';
import { asserts } from './assertion';
import { Lexicon, lexiconTable } from './lexicon';
import { read } from './reading';

const lexicon = new Lexicon(lexiconTable({}));
function claims(text: string, { negative = false, clause = '' } = {}): boolean {
  const reading = read(lexicon, text);
  const end = clause ? text.indexOf(clause) + clause.length : text.length;
  const start = clause ? text.indexOf(clause) : 0;
  const from = reading.tokens.findIndex((token) => token.start >= start);
  const to = reading.tokens.filter((token) => token.end <= end).length;
  return asserts(reading, { from, to }, negative);
}

describe('a claim', () => {
  it('is made by a statement, a quotation and what is attributed to somebody', () => {
    expect(claims('The two governments signed the agreement in 1979.')).toBe(true);
    expect(claims('“They signed the agreement in 1979,” the historian said.')).toBe(true);
    expect(claims('Critics say the programme chased the wrong people.')).toBe(true);
    expect(claims('If the talks end, the laboratories will lose their partners.')).toBe(true);
  });

  it('is not made by a question, in either language', () => {
    expect(claims('Did the two governments sign the agreement?')).toBe(false);
    expect(claims('“Is the agreement dead?”')).toBe(false);
    expect(claims('协定还会续签吗？')).toBe(false);
  });

  it('is made by the statement before a question', () => {
    const text = 'The count depends on a rule: does a joint paper belong to both?';
    expect(claims(text, { clause: 'The count depends on a rule' })).toBe(true);
    expect(claims(text)).toBe(false);
  });

  it('is not made by an unreal condition', () => {
    expect(claims('If they had signed in 1979, much would have been easier.')).toBe(false);
    expect(claims('Should the department end the programme, researchers would be relieved.')).toBe(false);
  });

  it('is not made by its denial', () => {
    expect(claims('It is not true that they signed the agreement.')).toBe(false);
    expect(claims('The university denied that it was leaving.')).toBe(false);
    expect(claims('The department has not ended the programme.')).toBe(false);
    expect(claims('No jury ever acquitted him.')).toBe(false);
    expect(claims('Beijing didn’t sign.')).toBe(false);
  });

  it('is made with a negation where it is itself a negative one', () => {
    expect(claims('No researcher was ever convicted of spying.', { negative: true })).toBe(true);
  });

  it('isn’t undone by a negation in another clause', () => {
    const text = 'They signed the agreement, which had not been easy';
    expect(claims(text, { clause: 'They signed the agreement' })).toBe(true);
  });
});
