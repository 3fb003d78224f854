/** Whole articles through the whole context half, as the command line reads them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../context/annotate';
import { openPack } from '../../context/pack';
import { ANGLES, type Answer } from '../../context/schema';
import { readFile } from '../../tools/annotate/file';
import { compiledPack } from '../../workshop/cache';

const TODAY = '2026-11-24';
const SHARED = join(import.meta.dirname, '../../../shared');
const PAGES = join(SHARED, 'pages');
const SEED = join(SHARED, 'articles/semafor-2023-08-18.html');

const pack = openPack(compiledPack());
const read = (file: string): Answer => annotate(pack, readFile(file).article, TODAY);
const sample = (name: string): string => join(import.meta.dirname, name);
const idsOf = ({ annotations }: Answer): string[] => annotations.map(({ note }) => note.id);

/** Skips with a plain word where the material that lies beside the project is absent. */
const where = (path: string) => it.skipIf(!existsSync(path));
if (!existsSync(SHARED)) console.log('skipped: no ../shared beside the project, so its pages and article are not read');

describe('the sample article', () => {
  const answer = read(sample('sample.html'));

  it('gets notes of every angle', () => {
    expect(new Set(answer.annotations.map(({ note }) => note.angle))).toEqual(new Set(ANGLES));
  });

  it('gets each note once, numbered in reading order', () => {
    const ids = idsOf(answer);
    expect(new Set(ids).size).toBe(ids.length);
    expect(answer.annotations.map(({ number }) => number)).toEqual(ids.map((_, index) => index + 1));
    const places = answer.annotations.map(({ anchor }) => anchor.sentence);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('hangs each note on words that stand at its offsets', () => {
    const { sentences } = readFile(sample('sample.html')).article;
    for (const { anchor } of answer.annotations) {
      expect(sentences[anchor.sentence]?.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
    }
  });

  it('says of each note which words of its sentence tell the claim, in reading order', () => {
    const { sentences } = readFile(sample('sample.html')).article;
    for (const { note, anchor, reasons } of answer.annotations) {
      const places = reasons.map((words) => sentences[anchor.sentence]?.text.indexOf(words));
      expect(places.length, note.id).toBeGreaterThan(0);
      expect(places, note.id).not.toContain(-1);
      expect(places, note.id).toEqual(places.toSorted((a = 0, b = 0) => a - b));
    }
  });

  it('shows no fact without a source and a date', () => {
    for (const { note, sources, since } of answer.annotations) {
      expect(sources.length, note.id).toBeGreaterThan(0);
      for (const { date } of [...sources, ...since]) expect(date, note.id).toMatch(/^\d{4}/);
    }
  });
});

describe('a brief of three paragraphs', () => {
  const { subject, annotations } = read(sample('short.html'));

  it('is on the subject by its few sentences', () => {
    expect(subject.matched).toBe(true);
  });

  it('gets a note on its news, and three notes at most', () => {
    expect(annotations.map(({ note }) => note.id)).toContain('sta-extended-six-months');
    expect(annotations.length).toBeLessThanOrEqual(3);
  });
});

it('an article off the subject gets nothing', () => {
  const { subject, annotations, mentions, cards } = read(sample('off-subject.html'));
  expect({ matched: subject.matched, annotations, mentions, cards }).toEqual({
    matched: false,
    annotations: [],
    mentions: [],
    cards: {},
  });
});

/** The article that Sidelight started from: a word of each passage that carries a note, and no other passage does. */
const PASSAGES: [word: RegExp, note: string][] = [
  [/science and technology agreement/, 'sta-expire-aug-2023'],
  [/January 2018/, 'sta-five-year-renewals'],
  [/hundreds of investigations/, 'nih-103-lost-jobs'],
  [/thousands/, 'left-us-19955'],
  [/concealing/, 'disclosure-rules'],
  [/despondent/, 'fear-surveillance-c100'],
  [/Four in 10/, 'four-in-ten-returned'],
  [/Chinese scientists/, 'us-needs-chinese-scientists'],
  [/co-authors/, 'us-most-frequent-partner-china'],
  [/top 1% most cited/, 'top1-share-nistep'],
  [/not reliant on foreign partnerships/, 'ai-without-foreign-partners'],
  [/Saudi Arabia/, 'saudi-llm-chinese-researchers'],
];

describe('the first article', () => {
  where(SEED)('carries exactly its twelve notes, on their passages', () => {
    const { annotations } = read(SEED);
    expect(annotations.map(({ note }) => note.id)).toEqual(PASSAGES.map(([, id]) => id));
    annotations.forEach(({ anchor }, index) => {
      expect(anchor.exact).toMatch(PASSAGES[index]?.[0] ?? /$^/);
    });
  });

  where(SEED)('has cards for who and what it names', () => {
    const named = new Set(read(SEED).mentions.map(({ card }) => card));
    const wanted = 'us-china-sta shing-tung-yau fields-medal tsinghua nsf harvard-kennedy-school acegpt'.split(' ');
    expect(wanted.filter((id) => !named.has(id))).toEqual([]);
  });

  where(SEED)('is told what happened since: extensions, lapse, and the protocol of December 2024', () => {
    const [agreement] = read(SEED).annotations;
    const dates = agreement?.since.map(({ date }) => date.slice(0, 7));
    expect(dates).toEqual(expect.arrayContaining(['2023-08', '2024-08', '2024-12']));
    expect(dates?.every((date) => date >= '2023-08')).toBe(true);
  });
});

describe('real pages off the subject', () => {
  where(PAGES)(
    'get no note and no card',
    () => {
      const noted = readdirSync(PAGES)
        .filter((name) => name.endsWith('.html'))
        .filter((name) => {
          const { annotations, mentions } = read(join(PAGES, name));
          return annotations.length + mentions.length > 0;
        });
      expect(noted).toEqual([]);
    },
    60_000,
  );
});
