import { describe, expect, it } from 'vitest';
import { Champions, championsOf, type Leads, MOST_CHAMPIONS, MOST_LIKELY } from './champions';

/** A feature of spread 4 that speaks for notes 0, 1 … with so many steps each. */
const leadsOf = (steps: readonly number[], floors = steps.map(() => 1)) =>
  championsOf({ spread: 4, notes: [...steps.keys()], steps }, floors);
const listed = ({ notes, strengths }: Leads) => [...notes].map((note, at) => [note, strengths[at]]);

describe('the notes that a feature leads to', () => {
  it('are those of which it is a strong one, strongest first', () => {
    expect(listed(leadsOf([5, 2, 9], [1, 10, 1]))).toEqual([
      [2, 36],
      [0, 20],
    ]);
  });

  it('are never “no claim at all”, which has the row after the last note', () => {
    expect(listed(leadsOf([5, 9], [1]))).toEqual([[0, 20]]);
  });

  it('are the strongest where it speaks for very many', () => {
    const leads = leadsOf(Array.from({ length: 200 }, (_, note) => 1 + (note % 20)));
    expect(leads.notes).toHaveLength(MOST_CHAMPIONS);
    // Ten notes share each strength: the last comes from the fourth.
    expect(leads.strengths.at(-1)).toBe(17 * 4);
  });
});

describe('the notes that a sentence may make', () => {
  const champions = new Champions(200);

  it('are those of which it holds strong features enough', () => {
    expect(champions.of([leadsOf([12, 5]), leadsOf([8, 5])])).toEqual([0]);
    expect(champions.of([leadsOf([18])])).toEqual([]);
  });

  it('don’t depend on the sentence before', () => {
    champions.of([leadsOf([15])]);
    expect(champions.of([leadsOf([15])])).toEqual([]);
  });

  it('aren’t more than a dozen, the strongest', () => {
    const leads = Array.from({ length: 5 }, (_, shift) =>
      leadsOf(Array.from({ length: 200 }, (_, note) => (note % 5 === shift ? 20 : 0))),
    );
    expect(champions.of(leads)).toHaveLength(MOST_LIKELY);
  });
});
