import type { Piece } from './block-text';
import type { Box, Kind, Outline, Run } from './outline';

export type { Piece } from './block-text';

/** A paragraph, heading, quotation or list item of the article, with its text as matched and where that text stands. */
export interface Block {
  element: Element;
  kind: Kind;
  text: string;
  pieces: readonly Piece[];
}

/** The shortest text that counts as prose when the article is looked for: longer than a teaser's headline. */
const PROSE = 60;
/** A paragraph with more of its text in links is a list of links. */
const LINK_LIMIT = 0.4;
/** A container is left for its child where the child has this share of the prose, whatever the rest is like. */
const NEARLY_ALL = 0.9;
/** ... or this share, where the rest is mostly other things than prose. */
const MOST = 0.6;
const SPARSE = 0.6;
/** The first `article` with this share of the longest one's prose is the page's own; others are the next to read. */
const OWN_ARTICLE = 0.25;
/** Furniture's name on a container of this share of the page's prose is about its layout. */
const LAYOUT = 0.4;

/** Finds the main text in a page's outline. No article: few blocks or none. `first` is the story's first run. */
export function findBlocks(outline: Outline): { root: Element | null; blocks: Block[]; first: number } {
  const dropped = droppedBoxes(outline);
  const runs = outline.runs.filter((run) => !dropped[run.box]);
  const root = commonContainer(outline.boxes, runs);
  if (root < 0) return { root: null, blocks: [], first: -1 };
  const inside = outline.boxes.map(() => false);
  outline.boxes.forEach((box, index) => {
    inside[index] = index === root || inside[box.parent] === true;
  });
  const kept = trimmed(
    runs.filter((run) => inside[run.box] && isStory(run, outline.boxes)),
    outline.boxes,
  );
  const blocks = kept.flatMap((run) => {
    const box = outline.boxes[run.box];
    if (!box || !isVisible(box.element)) return [];
    return [{ element: box.element, kind: box.kind, text: run.content.text, pieces: run.content.pieces }];
  });
  return { root: outline.boxes[root]?.element ?? null, blocks, first: kept[0] ? outline.runs.indexOf(kept[0]) : -1 };
}

/** How much a run says for its surroundings being the story. */
function weigh(run: Run): number {
  const length = lengthOf(run.content.text);
  if (length < PROSE || run.linked > run.content.text.length * LINK_LIMIT) return 0;
  return length - run.linked;
}

/** The length of a text as alphabets would have it: a Chinese, Japanese or Korean character says as much as three. */
function lengthOf(text: string): number {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text.slice(0, 20)) ? text.length * 3 : text.length;
}

/** For each box with everything below it: the weight of its prose, and the length of all its text. */
interface Sums {
  readonly prose: readonly number[];
  readonly all: readonly number[];
}

function sumsOf(boxes: readonly Box[], runs: readonly Run[]): Sums {
  const prose = boxes.map(() => 0);
  const all = boxes.map(() => 0);
  for (const run of runs) {
    prose[run.box] = (prose[run.box] ?? 0) + weigh(run);
    all[run.box] = (all[run.box] ?? 0) + run.content.text.length;
  }
  for (let at = boxes.length - 1; at > 0; at -= 1) {
    const parent = boxes[at]?.parent ?? 0;
    prose[parent] = (prose[parent] ?? 0) + (prose[at] ?? 0);
    all[parent] = (all[parent] ?? 0) + (all[at] ?? 0);
  }
  return { prose, all };
}

/** Furniture and all below it, save where furniture's name stands on a container of most of the page's prose. */
function droppedBoxes({ boxes, runs }: Outline): boolean[] {
  const { prose } = sumsOf(boxes, runs);
  const dropped: boolean[] = [];
  const others = otherArticles(boxes, prose);
  boxes.forEach((box, index) => {
    const share = (prose[index] ?? 0) / (prose[0] || 1);
    const limit = box.naming === 'layout' ? LAYOUT : 0.75;
    dropped[index] =
      dropped[box.parent] === true || others.has(index) || (index > 0 && box.naming !== 'story' && share < limit);
  });
  return dropped;
}

/** Boxes of further articles on the page: teasers, or whole ones that are loaded as the reader scrolls. */
function otherArticles(boxes: readonly Box[], prose: readonly number[]): Set<number> {
  const inArticle: boolean[] = [];
  const articles: number[] = [];
  boxes.forEach((box, index) => {
    const isArticle = box.element.localName === 'article';
    const isInside = inArticle[box.parent] === true;
    if (isArticle && !isInside && box.naming !== 'furniture') articles.push(index);
    inArticle[index] = isArticle || isInside;
  });
  const longest = articles.reduce((most, index) => Math.max(most, prose[index] ?? 0), 0);
  if (longest * 2 < (prose[0] ?? 0)) return new Set();
  const own = articles.find((index) => (prose[index] ?? 0) >= longest * OWN_ARTICLE);
  return new Set(articles.filter((index) => index !== own));
}

/** The deepest box that holds the story: what lies around it holds little prose, or little but other things. */
function commonContainer(boxes: readonly Box[], runs: readonly Run[]): number {
  const { prose, all } = sumsOf(boxes, runs);
  if (!prose[0]) return -1;
  let root = 0;
  for (let at = 1; at < boxes.length; at += 1) {
    if (boxes[at]?.parent !== root) continue;
    const share = (prose[at] ?? 0) / (prose[root] ?? 1);
    const rest = ((prose[root] ?? 0) - (prose[at] ?? 0)) / Math.max(1, (all[root] ?? 0) - (all[at] ?? 0));
    if (share >= NEARLY_ALL || (share >= MOST && rest < SPARSE)) root = at;
  }
  return root;
}

function isStory(run: Run, boxes: readonly Box[]): boolean {
  const { text } = run.content;
  if (boxes[run.box]?.kind === 'heading') return true;
  if (run.linked <= text.length * LINK_LIMIT) return true;
  return text.length - run.linked >= 30 && ENDS_SENTENCE.test(text);
}

const ENDS_SENTENCE = /[.!?…。！？:：;"”’»)\]]$/;

/** Without what stands around the story (title, byline, date, signature) and headings with nothing below them. */
function trimmed(runs: readonly Run[], boxes: readonly Box[]): Run[] {
  const holds = (run: Run) =>
    weigh(run) > 0 || (boxes[run.box]?.kind !== 'heading' && ENDS_SENTENCE.test(run.content.text));
  const first = runs.findIndex(holds);
  const last = runs.findLastIndex((run) => holds(run) || boxes[run.box]?.kind === 'item');
  return runs.slice(Math.max(0, first), last + 1).filter((run, index, kept) => {
    if (boxes[run.box]?.kind !== 'heading') return true;
    const next = kept[index + 1];
    return next !== undefined && boxes[next.box]?.kind !== 'heading';
  });
}

/** Asked of the browser where it can tell; `visibility` counts, transparency doesn't, since pages fade their text in. */
function isVisible(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });
}
