/** A whole pack in miniature, on disk, for the checks' tests: right in everything, so that one change makes one fault. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NOTE = `- id: big-telescope
  angle: figure
  statement: The telescope is 500 metres wide.
  headline: How wide the telescope is
  body: Its builders give 500 metres. By their account 300 of them are used at a time.
  keyFigure: { value: 500 m, label: width of the dish }
  events:
    - { date: 2019, text: Tests, source: builders }
    - { date: 2020-01-11, text: Opens, source: builders }
  series: [dish-width]
  cards: [fast]
  sources: [builders]
  asOf: 2024-06
  reviewMonths: 12
  signature:
    all:
      - [telescope]
    none: [dish]
  examples:
    - The telescope is [500 metres wide].
    - China’s telescope [spans half a kilometre].
    - At 500 metres, the telescope is [the widest anywhere].
    - No telescope is [as wide as China’s].
    - The telescope’s [width] has a reason.
  counterexamples:
    - The dish washer is 500 millimetres wide.
    - The runway is 500 metres long.
    - The telescope opened in 2020.
    - A telescope costs money.
`;

const FILES = {
  'notes/sky.yaml': NOTE,
  'cards/fast.yaml': `id: fast
kind: institution
name: Five-hundred-metre Telescope
aliases: [Sky Eye]
summary: A radio telescope in Guizhou.
facts: [{ label: Width, value: 500, source: builders }]
timeline: [{ date: 2020, text: Opens, source: builders }]
sources: [builders]
asOf: 2024
`,
  'series/series.yaml': `- id: dish-width
  title: Width of dishes
  unit: metres
  x: year
  sources: [builders]
  asOf: 2024
`,
  'series/dish-width.csv': 'year,value\n1963,305\n2020,500\n',
  'sources.yaml': `- id: builders
  title: The telescope
  publisher: Its builders
  date: 2024-01-05
  url: https://telescope.example/about
  kind: primary
`,
  'lexicon/base.yaml': 'telescope: [telescope]\ndish: [dish washer]\nchina: [China]\n',
  'subject.yaml': 'science-work: [telescope]\n',
  'spotter.yaml': 'china: [China]\nusa: [America]\nscience: [telescope]\n',
  'articles/on/opening.md': `---
title: A telescope opens to American astronomers
date: 2021-04-01
manner: wire
---
The telescope, [500 metres wide](big-telescope), opened to astronomers from abroad on Thursday.
`,
};

export type PackFile = keyof typeof FILES;

/** Writes the small pack with replacements in one file, and gives its folder. @throws {Error} where nothing was replaced */
export function smallPack(file?: PackFile, from = '', to = ''): string {
  const dir = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
  for (const [name, text] of Object.entries(FILES)) {
    if (name === file && !text.includes(from)) throw new Error(`${file} holds no “${from}”`);
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), name === file ? text.replace(from, to) : text);
  }
  return dir;
}
