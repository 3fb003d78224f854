import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Annotation, CardView, Source } from '../context/schema';
import { translator } from '../tests/gallery/strings';
import { cardText, citation, noteText } from './citation';

const strings = { t: translator(readFileSync('locales/en.yml', 'utf8')), language: 'en' };

const report: Source = {
  id: 'crs-if12510',
  title: 'U.S.-China Science and Technology Cooperation Agreement (In Focus IF12510)',
  publisher: 'Congressional Research Service',
  date: '2024-12-13',
  url: 'https://www.everycrsreport.com/reports/IF12510.html',
  kind: 'analysis',
};
const { url: _, ...unlinked } = report;

const annotation: Annotation = {
  number: 5,
  note: {
    ...{ id: 'sta-lapsed', angle: 'update', headline: 'It lapsed on 27 August 2024 and was revived' },
    ...{ body: 'After two six-month extensions the agreement lapsed.', cards: [] },
    keyFigure: { value: '5 years', label: 'from 27 August 2024, basic research only' },
    ...{ asOf: '2024-12', reviewBy: '2025-06-01' },
  },
  anchor: { sentence: 0, start: 0, end: 3, exact: 'the' },
  ...{ score: 1, reasons: [], series: [], stale: false },
  since: [{ date: '2024-08-27', text: 'Lapses', source: 'crs-if12510' }],
  sources: [report, { ...unlinked, title: 'What now?' }],
};

describe('a copied note', () => {
  it('carries everything that lets somebody else check it', () => {
    expect(noteText(annotation, '2023-08-18', strings)).toBe(
      [
        'It lapsed on 27 August 2024 and was revived',
        '5 years – from 27 August 2024, basic research only',
        'After two six-month extensions the agreement lapsed.',
        'Since then\n27 Aug 2024 – Lapses [1]',
        [
          'Sources',
          '1. U.S.-China Science and Technology Cooperation Agreement (In Focus IF12510). Congressional Research Service, 13 Dec 2024. https://www.everycrsreport.com/reports/IF12510.html',
          '2. What now? Congressional Research Service, 13 Dec 2024.',
        ].join('\n'),
        'Holds as of Dec 2024. From Sidelight’s context pack.',
      ].join('\n\n'),
    );
  });

  it('calls the steps a timeline where the article has no date', () => {
    expect(noteText(annotation, null, strings)).toContain('Timeline\n27 Aug 2024');
  });

  it('leaves no gap for parts that are missing', () => {
    const { keyFigure: __, ...note } = annotation.note;
    const bare = noteText({ ...annotation, note, since: [] }, null, strings);
    expect(bare).not.toMatch(/\n{3}/);
    expect(bare).not.toContain('Timeline');
  });
});

describe('a copied card', () => {
  it('starts with both names', () => {
    const card: CardView = {
      ...{ id: 'tsinghua', kind: 'institution', name: 'Tsinghua University', zh: '清华大学', asOf: '2026-01' },
      ...{ summary: 'University in Beijing.', timeline: [], ambiguousWith: [], related: [], sources: [report] },
      facts: [{ label: 'Founded', value: '1911', source: 'crs-if12510' }],
    };
    const [name, summary, facts] = cardText(card, strings).split('\n\n');
    expect([name, summary, facts]).toEqual([
      'Tsinghua University (清华大学)',
      'University in Beijing.',
      'Founded: 1911',
    ]);
  });
});

it('a source without an address is cited without one', () => {
  expect(citation(unlinked, 'en')).toMatch(/13 Dec 2024\.$/);
});
