import type { Outline, Run } from './outline';

/** How many lines between headline and story are looked at, above the headline, and into the story. */
const BETWEEN = 25;
const ABOVE = 4;
const INTO = 4;
/** A longer line is prose, and days in it are days of what it tells. */
const LONGEST = 160;

/** A line of text near the headline, with the `time` element it stands in. */
export interface Line {
  readonly text: string;
  readonly time: Element | null;
}

/** The lines between headline and story with the first short ones of the story, and those just above the headline. */
export interface Byline {
  readonly near: readonly Line[];
  readonly above: readonly Line[];
}

/**
 * The lines around an article's headline, where its day of publication stands. `first` is the story's first run, -1
 * where there is none.
 */
export function bylineOf({ boxes, runs }: Outline, first: number, title: string): Byline {
  const end = first < 0 ? runs.length : Math.min(runs.length, first + INTO);
  const headline = headlineBefore(end, runs, boxes, title);
  const start = Math.max(headline + 1, end - BETWEEN, 0);
  return {
    near: runs.slice(start, end).flatMap(lineOf),
    above: headline < 0 ? [] : runs.slice(Math.max(0, headline - ABOVE), headline).flatMap(lineOf),
  };
}

/** The last top heading before the story that is in the title, or failing that the last one. */
function headlineBefore(end: number, runs: readonly Run[], boxes: Outline['boxes'], title: string): number {
  const isHeading = (run: Run) => boxes[run.box]?.kind === 'heading';
  const before = runs.slice(0, end);
  const titled = before.findLastIndex((run) => isHeading(run) && title.includes(run.content.text.slice(0, 60)));
  return titled >= 0 ? titled : before.findLastIndex((run) => boxes[run.box]?.element.localName === 'h1');
}

function lineOf(run: Run): Line[] {
  const { text, pieces } = run.content;
  if (text.length > LONGEST) return [];
  const times = pieces.slice(0, 10).map((piece) => piece.node.parentElement?.closest('time'));
  return [{ text, time: times.find((time) => time) ?? null }];
}
