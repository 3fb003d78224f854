/** The authored pack from disk: YAML and CSV → parsed entries that remember their file and lines, and the problems met. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type MarkedArticle, readMarkedArticle } from './articles';
import {
  AuthoredCard,
  AuthoredLexicon,
  AuthoredNote,
  AuthoredSeries,
  AuthoredSource,
  RoundSentence,
  SecondMark,
} from './schema';

export interface Problem {
  /** Path inside the pack's folder. */
  file: string;
  line: number;
  /** What is wrong, and the mend, in plain words. */
  message: string;
}

/** Something read from a file. `line(path)` is where a part of it stands. */
export interface Entry<Value> {
  value: Value;
  file: string;
  line: (path?: readonly PropertyKey[]) => number;
}

export interface Table {
  /** Column names; the first is the x axis. */
  columns: string[];
  rows: string[][];
}

export interface AuthoredPack {
  notes: Entry<AuthoredNote>[];
  cards: Entry<AuthoredCard>[];
  series: Entry<AuthoredSeries>[];
  tables: Map<string, Entry<Table>>;
  sources: Entry<AuthoredSource>[];
  lexicon: Entry<AuthoredLexicon>[];
  /** Words that tell an article's subject. */
  subject: Entry<AuthoredLexicon>[];
  /** What the script on every page looks for. */
  spotter: Entry<AuthoredLexicon>[];
  /** Sentences of the rounds, oldest round first. */
  rounds: Entry<RoundSentence>[];
  /** Sentences of notes and rounds whose anchor a second hand marked otherwise. */
  marks: Entry<SecondMark>[];
  /** Articles with their claims marked: on the subject, off it, and loose paragraphs. */
  articles: Record<'on' | 'off' | 'paragraphs', MarkedArticle[]>;
  problems: Problem[];
}

type Where = (path: readonly PropertyKey[]) => number;

interface ParsedFile {
  data: unknown;
  where: Where;
}

function parseYaml(dir: string, file: string, problems: Problem[]): ParsedFile {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(join(dir, file), 'utf8'), { lineCounter: counter });
  for (const error of document.errors) {
    problems.push({ file, line: error.linePos?.[0].line ?? 1, message: `not valid YAML: ${error.message}` });
  }
  return { data: document.errors.length > 0 ? null : document.toJS(), where: locator(document, counter) };
}

/** The line of the deepest part of `path` that exists. */
function locator(document: Document, counter: LineCounter): Where {
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const at = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(at) && at.range) return counter.linePos(at.range[0]).line;
    }
    return 1;
  };
}

class Reader {
  problems: Problem[] = [];
  constructor(readonly dir: string) {}

  files(folder: string, extension: string): string[] {
    if (!existsSync(join(this.dir, folder))) return [];
    return readdirSync(join(this.dir, folder))
      .filter((name) => name.endsWith(extension))
      .sort()
      .map((name) => `${folder}/${name}`);
  }

  one<Value>(schema: z.ZodType<Value>, file: string): Entry<Value>[] {
    const { data, where } = parseYaml(this.dir, file, this.problems);
    return data === null ? [] : this.#entry(schema, data, file, [], where);
  }

  list<Value>(schema: z.ZodType<Value>, file: string): Entry<Value>[] {
    const { data, where } = parseYaml(this.dir, file, this.problems);
    if (data === null) return [];
    if (!Array.isArray(data)) {
      this.problems.push({ file, line: 1, message: 'this file holds a list: start each entry with "- id: …"' });
      return [];
    }
    return data.flatMap((item, index) => this.#entry(schema, item, file, [index], where));
  }

  #entry<Value>(schema: z.ZodType<Value>, data: unknown, file: string, base: PropertyKey[], where: Where) {
    const parsed = schema.safeParse(data);
    if (parsed.success) {
      const entry: Entry<Value> = { value: parsed.data, file, line: (path = []) => where([...base, ...path]) };
      return [entry];
    }
    const name = typeof data === 'object' && data !== null && 'id' in data ? `${String(data.id)}: ` : '';
    for (const issue of parsed.error.issues) {
      const at = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
      this.problems.push({ file, line: where([...base, ...issue.path]), message: `${name}${at}${issue.message}` });
    }
    return [];
  }

  /** JSON Lines: one value a line. */
  lines<Value>(schema: z.ZodType<Value>, file: string): Entry<Value>[] {
    const rows = readFileSync(join(this.dir, file), 'utf8').split('\n');
    return rows.flatMap((row, index) =>
      row.trim() ? this.#entry(schema, this.#json(row, file, index), file, [], () => index + 1) : [],
    );
  }

  #json(row: string, file: string, index: number): unknown {
    try {
      return JSON.parse(row);
    } catch {
      this.problems.push({ file, line: index + 1, message: 'this line is not valid JSON' });
      return null;
    }
  }

  articles(folder: string): MarkedArticle[] {
    return this.files(folder, '.md').flatMap((file) => {
      try {
        return [readMarkedArticle(join(this.dir, file))];
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        this.problems.push({ file, line: 1, message: `its header wants title, date and manner: ${message}` });
        return [];
      }
    });
  }

  table(file: string): Entry<Table> {
    const { data, errors } = Papa.parse<string[]>(readFileSync(join(this.dir, file), 'utf8').trim());
    for (const error of errors) {
      if (error.type !== 'Delimiter') this.problems.push({ file, line: (error.row ?? 0) + 1, message: error.message });
    }
    const [columns = [], ...rows] = data;
    return { value: { columns, rows }, file, line: (path = []) => (typeof path[0] === 'number' ? path[0] + 2 : 1) };
  }
}

/** Reads the pack in `dir`. Never throws for what an editor wrote: that becomes `problems`. */
export function readPack(dir: string): AuthoredPack {
  const reader = new Reader(dir);
  const tables = reader.files('series', '.csv').map((file) => {
    const id = file.slice('series/'.length, -'.csv'.length);
    return [id, reader.table(file)] as const;
  });
  return {
    notes: reader.files('notes', '.yaml').flatMap((file) => reader.list(AuthoredNote, file)),
    cards: reader.files('cards', '.yaml').flatMap((file) => reader.one(AuthoredCard, file)),
    series: reader.list(AuthoredSeries, 'series/series.yaml'),
    tables: new Map(tables),
    sources: reader.list(AuthoredSource, 'sources.yaml'),
    lexicon: reader.files('lexicon', '.yaml').flatMap((file) => reader.one(AuthoredLexicon, file)),
    subject: reader.one(AuthoredLexicon, 'subject.yaml'),
    spotter: reader.one(AuthoredLexicon, 'spotter.yaml'),
    rounds: reader.files('rounds', '.jsonl').flatMap((file) => reader.lines(RoundSentence, file)),
    marks: reader.files('marks', '.jsonl').flatMap((file) => reader.lines(SecondMark, file)),
    articles: {
      on: reader.articles('articles/on'),
      off: reader.articles('articles/off'),
      paragraphs: reader.articles('articles/paragraphs'),
    },
    problems: reader.problems,
  };
}

/** All concepts of the lexicon's files together. */
export function conceptsOf({ lexicon }: Pick<AuthoredPack, 'lexicon'>): AuthoredLexicon {
  return Object.assign({}, ...lexicon.map(({ value }) => value));
}

/** The words that tell an article's subject. */
export function subjectWordsOf({ subject }: Pick<AuthoredPack, 'subject'>): AuthoredLexicon {
  return Object.assign({}, ...subject.map(({ value }) => value));
}
