/**
 * Articles as Markdown with a header, for training and for measuring. A link marks a claim: its text is the words that a
 * footnote should hang on, its target the note's id.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Article } from '../context/schema';
import { cutSentences, type PageSentence, toArticle } from '../page/sentences';

/** A marked claim: its note, the sentence it stands in, and its anchor's offsets there. */
export interface Claim {
  note: string;
  sentence: number;
  start: number;
  end: number;
}

export interface MarkedArticle {
  file: string;
  article: Article;
  claims: Claim[];
}

const Header = z.strictObject({ title: z.string(), date: z.iso.date(), manner: z.string() });

const LINK = /\[([^\]]+)\]\(([a-z0-9-]+)\)/g;

interface Marked {
  note: string;
  block: number;
  start: number;
  end: number;
}

/** A block's text without its links, and where these stood. */
function unlink(markdown: string, block: number): { text: string; marked: Marked[] } {
  const marked: Marked[] = [];
  let text = '';
  let at = 0;
  for (const { 0: whole, 1: exact = '', 2: note = '', index } of markdown.matchAll(LINK)) {
    text += markdown.slice(at, index);
    marked.push({ note, block, start: text.length, end: text.length + exact.length });
    text += exact;
    at = index + whole.length;
  }
  return { text: text + markdown.slice(at), marked };
}

/** Where a mark of a block lies in the sentences; none where it lies in no one sentence. */
function claimsIn(sentences: readonly PageSentence[]) {
  return ({ note, block, start, end }: Marked): Claim[] =>
    sentences.flatMap((each, sentence) => {
      const from = start - each.start;
      const inside = each.block === block && from >= 0 && end - each.start <= each.text.length;
      return inside ? [{ note, sentence, start: from, end: end - each.start }] : [];
    });
}

/** @throws {Error} where the header isn't one */
export function readMarkedArticle(file: string): MarkedArticle {
  const [, header = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
  const { title, date } = Header.parse(parse(header, { schema: 'failsafe' }));
  const paragraphs = body.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  const blocks = paragraphs.filter(Boolean).map((paragraph, block) => {
    const kind = paragraph.startsWith('## ') ? ('heading' as const) : ('paragraph' as const);
    return { kind, ...unlink(paragraph.replace(/^## /, ''), block) };
  });
  const language = (body.match(/\p{Script=Han}/gu)?.length ?? 0) * 4 > body.length ? 'zh' : 'en';
  const sentences = cutSentences(blocks, language);
  const article = toArticle({ title, published: date, language, words: 0 }, sentences);
  return { file, article, claims: blocks.flatMap(({ marked }) => marked.flatMap(claimsIn(sentences))) };
}

/** All articles of a folder, in the order of their names. */
export function readMarkedArticles(folder: string): MarkedArticle[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => readMarkedArticle(join(folder, name)));
}
