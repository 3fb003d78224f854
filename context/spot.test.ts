import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPack } from '../workshop/read';
import { spotterTerms } from '../workshop/spotter-terms';
import { spot } from './spot';

const terms = spotterTerms(readPack(join(import.meta.dirname, '../assets/pack')));

describe('the first look', () => {
  it('says yes where both countries and science stand, and stand often enough', () => {
    const text =
      'Chinese scientists are leaving American universities. Researchers in Beijing and at US laboratories wrote fewer papers together; China’s scholars stay home.';
    expect(spot(text, terms)).toBe(true);
  });

  it('says yes to an article in Chinese', () => {
    expect(spot('中国科学家离开美国大学。中美科研合作减少，中国学者回国，研究人员说。', terms)).toBe(true);
  });

  it.each([
    [
      'trade',
      'Washington raised tariffs on Chinese steel. Beijing answered with duties on American soybeans. Growers lost buyers.',
    ],
    [
      'science without China',
      'American scientists at three universities published a study. The researchers, from US laboratories, say more research is needed.',
    ],
    [
      'a dinner service',
      'Her grandmother’s china stood in the cabinet. The china was painted by hand, and no piece of the china was chipped.',
    ],
  ])('says no to %s', (_, text) => {
    expect(spot(text, terms)).toBe(false);
  });
});
