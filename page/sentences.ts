import type { Article } from '../context/schema';
import type { Block, PageArticle } from './article';
import { atOnce, type Steps } from './steps';

/** A sentence of a block; `start` is where its text begins in the block's text. */
export interface PageSentence {
  text: string;
  block: number;
  kind: Block['kind'];
  start: number;
}

/** Cuts blocks into sentences by the rules of a language (BCP 47; an unknown one gets general rules). */
export function cutSentences(blocks: readonly Pick<Block, 'text' | 'kind'>[], language: string): PageSentence[] {
  return atOnce(sentenceSteps(blocks, language));
}

/** Blocks that are cut in one step. */
const IN_A_STEP = 40;

/** The same, in steps, between which the page may have its thread. */
export function* sentenceSteps(
  blocks: readonly Pick<Block, 'text' | 'kind'>[],
  language: string,
): Steps<PageSentence[]> {
  // Its making is a step of its own: on a fresh page it takes as long as all the cutting.
  const segmenter = sentenceSegmenter(language);
  const sentences: PageSentence[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index % IN_A_STEP === 0) yield;
    sentences.push(...sentencesOf(block, index, segmenter, language));
  }
  return sentences;
}

function sentencesOf(
  { text, kind }: Pick<Block, 'text' | 'kind'>,
  block: number,
  segmenter: Intl.Segmenter,
  language: string,
): PageSentence[] {
  const cuts = portionsOf(text).flatMap((from, index, starts) =>
    Array.from(segmenter.segment(text.slice(from, starts[index + 1])), (cut) => from + cut.index),
  );
  return mended(text, cuts, language).flatMap(([start, end]) => {
    const sentence = text.slice(start, end);
    const trimmed = sentence.trim();
    return trimmed ? [{ text: trimmed, block, kind, start: start + sentence.indexOf(trimmed) }] : [];
  });
}

/** Characters; V8's segmenter takes time by the square of its input, and no paragraph of an article is as long. */
const PORTION = 8000;

/** Where the portions of a text start that the segmenter is given, each at the end of a sentence where there is one. */
function portionsOf(text: string): number[] {
  const starts = [0];
  for (let start = 0; text.length - start > PORTION; starts.push(start)) {
    const stop = text.lastIndexOf('. ', start + PORTION);
    start = stop > start ? stop + 2 : start + PORTION;
  }
  return starts;
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

/** The stretches between cuts, without the cuts that the segmenter has wrongly made: it knows no abbreviations. */
function mended(text: string, cuts: readonly number[], language: string): [start: number, end: number][] {
  const stretches: [number, number][] = [];
  cuts.forEach((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const last = stretches.at(-1);
    if (
      last &&
      runsOn(
        text.slice(Math.max(last[0], start - SEAM), start),
        text.slice(start, Math.min(end, start + SEAM)),
        language,
      )
    )
      last[1] = end;
    else stretches.push([start, end]);
  });
  return stretches;
}

/** How much text on either side of a cut decides: longer than any abbreviation with the word before it. */
const SEAM = 30;
const BEFORE = String.raw`(?:^|[\s("“‘'[—–-])`;
/** Titles, which a name follows. */
const TITLE = new RegExp(
  `${BEFORE}(?:Mr|Mrs|Ms|Mx|Drs?|Profs?|Rev|Messrs|Gen|Col|Lt|Maj|Capt|Cmdr|Adm|Sgt|Gov|Sens?|Reps?|Pres|Hon|Amb|Supt|Sr|Sra|vs?|cf|ca|approx|e\\.g|i\\.e|esp|incl|bzw|z\\. ?B)\\.\\s*$`,
);
/** What a number follows. */
const NUMBERED = new RegExp(
  `${BEFORE}(?:Nos?|nos?|Nr|Figs?|Eqs?|Vols?|pp?|Sec|Art|Ch|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.\\s*$`,
);
/** Abbreviations that can end a sentence as well: what follows decides. */
const EITHER = new RegExp(
  `${BEFORE}(?:(?:[a-z]\\.){2,}|Ph\\. ?D\\.|(?:Inc|Corp|Ltd|Co|Cos|Bros|Jr|Sr|St|Mt|Ft|et al|etc|Univ|Dept|Assn|Ave|Blvd|[BM]\\.?Sc)\\.)\\s*$`,
  'i',
);
/** The initial of a name … */
const INITIAL = /(?:^|[\s("“‘'[—–.-])(.)\.\s*$/;
/** … but not the letter that other things are numbered with. */
const LETTERED = /(?:War|Part|Phase|Chapter|Plan|Type|Class|Grade|Group|Vitamin|Hepatitis|Appendix)\s[A-Z]\.\s*$/i;
/** Words that open sentences and continue no name: after "U.S." they mean that a new one begins. */
const OPENER =
  /^["“‘'([]*(?:The|A|An|It|Its|In|On|At|By|For|From|With|But|And|Or|So|Yet|He|She|They|We|I|You|This|That|These|Those|There|Then|Here|His|Her|Their|Our|My|As|If|When|While|Where|What|Who|Why|How|Since|After|Before|Although|Though|However|Meanwhile|Many|Some|Most|Both|Not|Now|Still|Even|Also|Under|According|Because|During|Despite|Instead|Moreover|Such|To|Of|More|Other|Others|Critics|Officials|Researchers|Scientists)[\s,]/;
const CLOSERS_ONLY = /^["”’'»)\]」』）】]+\s*$/;
/** The first character that is no opening quote, bracket or dash. */
const START = /^["“‘'([—–-]*\s?(.)/;
/** A list's own number: "1." or "(2)". */
const ENUMERATOR = /^\s*\(?\d{1,3}[.)]\s*$/;
/** An ordinal as German and its neighbours write it: "am 3. Mai". */
const ORDINAL = /\s\d{1,2}\.\s*$/;

/** Whether a stretch continues the one before. */
function runsOn(tail: string, head: string, language: string): boolean {
  if (CLOSERS_ONLY.test(head) || isLower(START.exec(head)?.[1])) return true;
  if (ENUMERATOR.test(tail)) return true;
  if (TITLE.test(tail)) return true;
  if (NUMBERED.test(tail) && /^\d/.test(head)) return true;
  if (ORDINAL.test(tail) && !/^(?:en|zh|und)/.test(language)) return true;
  if (OPENER.test(head)) return false;
  return EITHER.test(tail) || (isUpper(INITIAL.exec(tail)?.[1]) && !LETTERED.test(tail));
}

// By mapping, not by \p{Ll}: on a fresh page, compiling patterns of Unicode's classes takes longer than all the cutting.
function isLower(letter = ''): boolean {
  return letter !== letter.toUpperCase();
}

function isUpper(letter = ''): boolean {
  return letter !== letter.toLowerCase();
}
