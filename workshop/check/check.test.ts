import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledPack } from '../cache';
import { readPack } from '../read';
import { checkPack } from './all';
import { runExamples } from './matching';
import { type PackFile, smallPack } from './small-pack';

const problemsOf = (file?: PackFile, from?: string, to?: string) => checkPack(readPack(smallPack(file, from, to)));

const NOTES = 'notes/sky.yaml';
const CARD = 'cards/fast.yaml';
const SOURCES = 'sources.yaml';
const SERIES = 'series/series.yaml';
const TABLE = 'series/dish-width.csv';

describe('a pack without faults', () => {
  it('has no problems', () => {
    expect(problemsOf()).toEqual([]);
  });
});

/** One fault each: what an editor did, where, and what the message must name. */
const FAULTS: [name: string, file: PackFile, from: string, to: string, line: number, message: RegExp][] = [
  ['YAML that doesn’t parse', NOTES, 'angle: figure', 'angle: [figure', 3, /not valid YAML/],
  ['an unknown field', NOTES, 'angle: figure', 'angel: figure', 1, /angel|angle/],
  ['an angle that isn’t one', NOTES, 'angle: figure', 'angle: rumour', 2, /angle/],
  ['a headline over 60 characters', NOTES, 'How wide the telescope is', 'How wide '.repeat(9), 4, /headline/],
  ['a body over 420 characters', NOTES, 'Its builders give', 'It is so. '.repeat(50), 5, /body/],
  ['a note without sources', NOTES, 'sources: [builders]', 'sources: []', 12, /at least one source/],
  [
    'a source that isn’t registered',
    NOTES,
    'sources: [builders]',
    'sources: [bilders]',
    12,
    /no source “bilders”; add it to sources\.yaml/,
  ],
  [
    'a step whose source isn’t registered',
    NOTES,
    'Opens, source: builders',
    'Opens, source: nobody',
    9,
    /no source “nobody”/,
  ],
  ['a card that doesn’t exist', NOTES, 'cards: [fast]', 'cards: [slow]', 11, /no card “slow”/],
  [
    'a series that doesn’t exist',
    NOTES,
    'series: [dish-width]',
    'series: [dish-weight]',
    10,
    /no series “dish-weight”/,
  ],
  [
    'an id used twice',
    SOURCES,
    '- id: builders',
    '- { id: builders, title: A, publisher: B, date: 2024, kind: primary }\n- id: builders',
    2,
    /stands in .* already/,
  ],
  ['a day that isn’t in the calendar', NOTES, '2020-01-11', '2020-02-30', 9, /2020-02-30 is not in the calendar/],
  ['steps out of order', NOTES, 'date: 2019,', 'date: 2021,', 9, /put the older step first/],
  ['a step later than asOf', NOTES, 'asOf: 2024-06', 'asOf: 2019-12', 9, /later than asOf/],
  ['a malformed date', CARD, 'asOf: 2024', 'asOf: June 2024', 9, /asOf/],
  ['only second-hand sources', SOURCES, 'kind: primary', 'kind: reporting', 12, /no primary or peer-reviewed source/],
  ['an address that isn’t https', SOURCES, 'https://', 'http://', 5, /https/],
  ['an address with tracking', SOURCES, '/about', '/about?utm_source=x', 5, /tracking \(utm_source\)/],
  ['too few examples', NOTES, '    - The telescope’s [width] has a reason.\n', '', 20, /at least five examples/],
  ['too few counterexamples', NOTES, '    - A telescope costs money.\n', '', 26, /at least four counterexamples/],
  ['an example without an anchor', NOTES, '[500 metres wide]', '500 metres wide', 20, /exactly one anchor/],
  ['an example with two anchors', NOTES, '[500 metres wide]', '[500 metres] [wide]', 20, /exactly one anchor/],
  [
    'the same example twice',
    NOTES,
    'China’s telescope [spans half a kilometre].',
    'The telescope is [500] metres wide.',
    21,
    /the same sentence/,
  ],
  ['a signature with an unknown concept', NOTES, '- [telescope]', '- [telescop]', 16, /neither a concept/],
  ['a signature that shuts out an example', NOTES, '- [telescope]', '- [china]', 20, /shuts out its own example/],
  [
    'a number that disagrees with its series',
    NOTES,
    'Its builders give 500',
    'Its builders give 501',
    5,
    /501 here, 500 in series/,
  ],
  ['a table without a description', SERIES, 'id: dish-width', 'id: dish-girth', 1, /no series “dish-width”/],
  ['a cell that isn’t a number', TABLE, '2020,500', '2020,about 500', 3, /“about 500” is not a number/],
  ['years out of order', TABLE, '1963,305', '2021,305', 3, /2020 stands after 2021/],
  ['a first column of another name', TABLE, 'year,value', 'country,value', 1, /call it “year”/],
  ['a name of two cards', CARD, 'aliases: [Sky Eye]', 'aliases: [Sky Eye]\nzh: ""', 5, /zh/],
  ['an ambiguous alias left undeclared', CARD, 'Sky Eye', 'Fast', 4, /list them in ambiguousWith/],
  ['an exclamation mark', NOTES, 'used at a time.', 'used at a time!', 5, /no exclamation marks/],
  ['a loaded word', NOTES, 'Its builders give', 'Clearly it has', 5, /loaded word/],
  ['straight quotes', NOTES, 'Its builders', "Their builders'", 5, /curly quotes/],
  ['a hyphen in a range', NOTES, '300 of them', '290-300 of them', 5, /en dash/],
  [
    'an entry still in doubt',
    NOTES,
    '  asOf: 2024-06',
    '  unchecked: from memory\n  asOf: 2024-06',
    13,
    /still in doubt \(from memory\)/,
  ],
];

describe('the check', () => {
  it.each(FAULTS)('refuses %s, and says where', (_, file, from, to, line, message) => {
    const problems = problemsOf(file, from, to);
    expect(problems).toContainEqual(expect.objectContaining({ message: expect.stringMatching(message), line }));
  });

  it('refuses one full name on two cards', () => {
    const pack = readPack(smallPack());
    const [card] = pack.cards;
    if (!card) throw new Error('the small pack has a card');
    pack.cards.push({ ...card, value: { ...card.value, id: 'other' }, file: 'cards/other.yaml' });
    expect(checkPack(pack).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/“Sky Eye” also names fast/),
    );
  });

  it('refuses one concept in two files', () => {
    const pack = readPack(smallPack());
    pack.lexicon.push({ value: { dish: ['bowl'] }, file: 'lexicon/more.yaml', line: () => 1 });
    expect(checkPack(pack).map(({ message }) => message)).toContainEqual(expect.stringMatching(/“dish” stands in/));
  });
});

describe('the examples as tests', () => {
  const compiled = compiledPack();

  it('count a counterexample that gets its note as wrongly taken', () => {
    const authored = readPack(join(import.meta.dirname, '../../assets/pack'));
    const [entry] = authored.notes;
    if (!entry) throw new Error('the pack has notes');
    const { id, statement, counterexamples } = entry.value;
    const value = { ...entry.value, counterexamples: [...counterexamples, statement] };
    const { misses } = runExamples({ ...authored, notes: [{ ...entry, value }] }, compiled);
    expect(misses).toContainEqual(expect.objectContaining({ kind: 'taken', note: id, text: statement }));
  });
});
