import { type Block, findBlocks } from './blocks';
import { bylineOf } from './byline';
import { readPublished } from './date';
import { readLanguage } from './language';
import { readMetadata } from './metadata';
import { type Outline, outlineSteps } from './outline';
import { atOnce, type Steps } from './steps';
import { readTitle } from './title';

export type { Block, Piece } from './blocks';

/** An article as it stands in the live page. */
export interface PageArticle {
  title: string;
  /** The calendar day of publication, `YYYY-MM-DD`. */
  published: string | null;
  /** A BCP 47 tag, or `und`. */
  language: string;
  /** The element that holds the main text. */
  root: Element | null;
  blocks: Block[];
  words: number;
}

/** Reads the article from a live document: no clone, no writes, no layout. Blocks keep their nodes. Never throws. */
export function readArticle(document: Document): PageArticle {
  return atOnce(articleSteps(document));
}

/** The same, in steps, between which the page may have its thread. */
export function* articleSteps(document: Document): Steps<PageArticle> {
  const metadata = readMetadata(document);
  // Not `document.body`: linkedom makes up an empty one where something stands between head and body.
  const body: Element | null = document.querySelector('body') ?? document.documentElement;
  const outline: Outline = body ? yield* outlineSteps(body) : { boxes: [], runs: [] };
  yield;
  const { root, blocks, first } = findBlocks(outline);
  yield;
  const text = blocks.map((block) => block.text).join('\n');
  const title = readTitle(document, metadata, headingsOf(outline));
  const language = readLanguage(document, metadata, text);
  const byline = bylineOf(outline, first, title);
  return {
    title,
    published: readPublished({ document, metadata, language, byline }),
    language,
    root,
    blocks,
    words: countWords(text),
  };
}

/** The texts of the page's first and second level headings. */
function headingsOf({ boxes, runs }: Outline): string[] {
  return runs.flatMap((run) => (/^h[12]$/.test(boxes[run.box]?.element.localName ?? '') ? [run.content.text] : []));
}

/** Words between spaces; Han text has none, and about three words in five characters. */
function countWords(text: string): number {
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const spaced =
    text.replace(/[\u3400-\u9fff]+/g, ' ').match(/[^\s!-/:-@[-`{-~\u2010-\u203b\u3000-\u303f\uff00-\uff20]\S*/g)
      ?.length ?? 0;
  return spaced + Math.round(han * 0.6);
}
