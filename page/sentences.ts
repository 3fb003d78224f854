import type { Article } from '../context/schema';
import type { Block, PageArticle } from './article';

/** A sentence of a block; `start` is where its text begins in the block's text. */
export interface PageSentence {
  text: string;
  block: number;
  kind: Block['kind'];
  start: number;
}

/** Cuts blocks into sentences by the rules of a language (BCP 47; an unknown one gets general rules). */
export function cutSentences(blocks: readonly Pick<Block, 'text' | 'kind'>[], language: string): PageSentence[] {
  const segmenter = sentenceSegmenter(language);
  return blocks.flatMap(({ text, kind }, block) =>
    mend(Array.from(segmenter.segment(text), ({ segment }) => segment)).flatMap(({ segment, index }) => {
      const trimmed = segment.trim();
      return trimmed ? [{ text: trimmed, block, kind, start: index + segment.indexOf(trimmed) }] : [];
    }),
  );
}

/** What goes to the background: text only. */
export function toArticle(page: Omit<PageArticle, 'root' | 'blocks'>, sentences: readonly PageSentence[]): Article {
  return {
    title: page.title,
    published: page.published,
    language: page.language,
    sentences: sentences.map(({ text, block, kind }) => ({ text, block, kind })),
  };
}

function sentenceSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

/** Joins what the segmenter has wrongly parted. */
function mend(segments: readonly string[]): { segment: string; index: number }[] {
  const mended: { segment: string; index: number }[] = [];
  let index = 0;
  for (const segment of segments) {
    const last = mended.at(-1);
    if (last && runsOn(last.segment, segment)) last.segment += segment;
    else mended.push({ segment, index });
    index += segment.length;
  }
  return mended;
}

/** Abbreviations that are followed by more of the same sentence, capital or not: titles, numbers, references. */
const LEADING =
  /(?:^|[\s("“‘'[—–-])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Sr|St|Gen|Col|Lt|Maj|Capt|Cmdr|Adm|Sgt|Gov|Sen|Reps?|Pres|Hon|Amb|Supt|Nos?|Figs?|Eqs?|Vol|pp?|vs?|cf|ca|approx|e\.g|i\.e|Mt|Ft|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s*$/;
/** Abbreviations that can end a sentence as well: what follows decides. */
const EITHER =
  /(?:^|[\s("“‘'[—–-])(?:(?:[A-Z]\.){2,}|Ph\.?D\.|[ap]\.m\.|Inc\.|Corp\.|Ltd\.|Co\.|Jr\.|et al\.|etc\.|Univ\.|Dept\.|[BM]\.?Sc\.)\s*$/i;
/** An initial: one capital and a full stop, after nothing or another word. */
const INITIAL = /(?:^|[\s("“‘'[—–.-])\p{Lu}\.\s*$/u;
/** Words that open sentences and don't continue a name: after "U.S." they mean a new sentence. */
const OPENER =
  /^["“‘'([]*(?:The|A|An|It|Its|In|On|At|By|For|From|With|But|And|Or|So|Yet|He|She|They|We|I|You|This|That|These|Those|There|Then|Here|His|Her|Their|Our|My|As|If|When|While|Where|What|Who|Why|How|Since|After|Before|Although|Though|However|Meanwhile|Many|Some|Most|Both|One|Two|No|Not|Now|Last|Still|Even|Also|Under|According|Because|During|Despite)\b/;
const CLOSERS_ONLY = /^["”’'»)\]」』）】]+\s*$/;
const LOWER_START = /^["“‘'([—–-]*\p{Ll}/u;

function runsOn(before: string, after: string): boolean {
  if (CLOSERS_ONLY.test(after)) return true;
  if (LOWER_START.test(after) && !/\n\s*$/.test(before)) return true;
  if (LEADING.test(before) || INITIAL.test(before)) return true;
  return EITHER.test(before) && !OPENER.test(after);
}
