/** A file → an article: a saved page is read as the extension reads it, plain text by a simple convention. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Article } from '../../context/schema';
import { readArticle } from '../../page/article';
import { cutSentences, toArticle } from '../../page/sentences';

export interface ReadFile {
  article: Article;
  words: number;
  /** Main text as found, a string for each block. */
  blocks: string[];
}

/** What is wrong with a file, in one line for the person at the terminal. */
export class UnreadableFile extends Error {}

/** @throws {UnreadableFile} where it is missing, unreadable, binary or empty */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new UnreadableFile(code === 'ENOENT' ? `${file}: no such file` : `${file}: can’t be read (${String(code)})`);
  }
  if (bytes.includes(0)) throw new UnreadableFile(`${file}: a binary file, not text`);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new UnreadableFile(`${file}: empty`);
  return text;
}

function readHtml(text: string): ReadFile {
  const { document } = parseHTML(text);
  const page = readArticle(document as unknown as Document); // linkedom's document has its own nominal type
  const article = toArticle(page, cutSentences(page.blocks, page.language));
  return { article, words: page.words, blocks: page.blocks.map((block) => block.text) };
}

const wordCount = (texts: readonly string[], language: string): number => {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  return texts.reduce((sum, text) => sum + [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length, 0);
};

/** First line the title, a `date: YYYY-MM-DD` line may follow, then paragraphs parted by blank lines. */
function readPlain(text: string): ReadFile {
  const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').trim().split('\n');
  const dated = /^date:\s*(\d{4}-\d\d-\d\d)\s*$/i.exec(rest[0]?.trim() || rest[1]?.trim() || '');
  const body = dated ? rest.slice(rest.findIndex((line) => line.trim() !== '') + 1) : rest;
  const blocks = body
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((paragraph) => {
      const heading = /^#+\s+/.test(paragraph);
      return { text: paragraph.replace(/^#+\s+/, ''), kind: heading ? ('heading' as const) : ('paragraph' as const) };
    });
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const language = han * 4 > text.length ? 'zh' : 'en';
  const texts = blocks.map((block) => block.text);
  const words = wordCount(texts, language);
  const title = first.replace(/^#+\s+/, '').trim();
  const article = toArticle({ title, published: dated?.[1] ?? null, language, words }, cutSentences(blocks, language));
  return { article, words, blocks: texts };
}

/** Reads `.html` (`.htm`) as a page, anything else as plain text. @throws {UnreadableFile} */
export function readFile(file: string): ReadFile {
  const text = readText(file);
  return /^\.html?$/i.test(extname(file)) ? readHtml(text) : readPlain(text);
}
