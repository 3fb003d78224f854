import type { Piece } from './block-text';
import { type Box, type Kind, type Outline, outlineOf, type Run } from './outline';

export type { Piece } from './block-text';

/** A paragraph, heading, quotation or list item of the article, with its text as matched and where that text stands. */
export interface Block {
  element: Element;
  kind: Kind;
  text: string;
  pieces: readonly Piece[];
}

/** The shortest text that counts as prose when the article is looked for: a line of a newspaper column. */
const PROSE = 40;
/** A paragraph with more of its text in links is a list of links. */
const LINK_LIMIT = 0.5;
/** A container is left for one of its children where that child has this share of the prose. */
const DOMINANCE = 0.75;

/** Finds the main text under an element. No article: few blocks or none. */
export function findBlocks(body: Element): { root: Element | null; blocks: Block[] } {
  const outline = outlineOf(body);
  const dropped = droppedBoxes(outline);
  const runs = outline.runs.filter((run) => !dropped[run.box]);
  const root = commonContainer(outline.boxes, runs);
  if (root < 0) return { root: null, blocks: [] };
  const inside = outline.boxes.map(() => false);
  outline.boxes.forEach((box, index) => {
    inside[index] = index === root || inside[box.parent] === true;
  });
  const kept = withoutStrayHeadings(
    runs.filter((run) => inside[run.box] && isStory(run, outline.boxes)),
    outline.boxes,
  );
  const blocks = kept.flatMap((run) => {
    const box = outline.boxes[run.box];
    if (!box || !isVisible(box.element)) return [];
    return [{ element: box.element, kind: box.kind, text: run.content.text, pieces: run.content.pieces }];
  });
  return { root: outline.boxes[root]?.element ?? null, blocks };
}

/** How much a run says for its surroundings being the story. */
function weigh(run: Run): number {
  const { length } = run.content.text;
  if (length < PROSE || run.linked > length * LINK_LIMIT) return 0;
  return length - run.linked;
}

/** Sums of the runs' weights by box, each box with everything below it. */
function sums(boxes: readonly Box[], runs: readonly Run[]): number[] {
  const totals = boxes.map(() => 0);
  for (const run of runs) totals[run.box] = (totals[run.box] ?? 0) + weigh(run);
  for (let at = boxes.length - 1; at > 0; at -= 1) {
    const parent = boxes[at]?.parent ?? 0;
    totals[parent] = (totals[parent] ?? 0) + (totals[at] ?? 0);
  }
  return totals;
}

/** Furniture and all below it, save where furniture's name stands on a container of most of the page's prose. */
function droppedBoxes({ boxes, runs }: Outline): boolean[] {
  const totals = sums(boxes, runs);
  const most = (totals[0] ?? 0) * DOMINANCE;
  const dropped: boolean[] = [];
  boxes.forEach((box, index) => {
    const named = box.furniture && (totals[index] ?? 0) < most;
    dropped[index] = named || dropped[box.parent] === true;
  });
  return dropped;
}

/** The deepest box that holds the prose without any one child dominating; -1 where there is no prose. */
function commonContainer(boxes: readonly Box[], runs: readonly Run[]): number {
  const totals = sums(boxes, runs);
  if (!totals[0]) return -1;
  let root = 0;
  for (let at = 1; at < boxes.length; at += 1) {
    if (boxes[at]?.parent === root && (totals[at] ?? 0) >= (totals[root] ?? 0) * DOMINANCE) root = at;
  }
  return root;
}

function isStory(run: Run, boxes: readonly Box[]): boolean {
  const { length } = run.content.text;
  if (boxes[run.box]?.kind === 'heading') return true;
  return run.linked <= length * (length < PROSE ? 0.3 : LINK_LIMIT);
}

/** Headings with text below them before the next heading. */
function withoutStrayHeadings(runs: readonly Run[], boxes: readonly Box[]): Run[] {
  return runs.filter((run, index) => {
    if (boxes[run.box]?.kind !== 'heading') return true;
    const next = runs[index + 1];
    return next !== undefined && boxes[next.box]?.kind !== 'heading';
  });
}

/** Asked of the browser where it can tell; `visibility` counts, transparency doesn't, since pages fade their text in. */
function isVisible(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });
}
