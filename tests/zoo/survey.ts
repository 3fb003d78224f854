/** What one sees in a page: where claims end, where their chips stand, and which of both are seen. */
import type { Page } from 'puppeteer-core';
import { HOST } from '../browser/extension/overlay';

export interface Seen {
  claim: string;
  /** Whether a reader sees the claim's end, judged by what the page itself shows at that point. */
  end: 'seen' | 'unseen' | 'unsure';
  chip: boolean;
  /**
   * From the claim's last letter to the chip, in px; and from the upper edge of its line down to the chip's lower edge,
   * in heights of the line.
   */
  along: number;
  across: number;
  size: number;
}

/** Brings each claim into the window by the window's own scrolling, and looks at it there. */
export function survey(page: Page): Promise<Seen[]> {
  return page.evaluate(surveyHere, HOST);
}

/** Runs in the page, and so holds all that it needs. */
async function surveyHere(host: string): Promise<Seen[]> {
  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
  const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll('\u00ad', '');
  const claims = [...CSS.highlights.entries()]
    .filter(([name]) => !name.startsWith('sidelight-name'))
    .flatMap(([, ranges]) => [...ranges] as Range[]);

  const endOf = (range: Range) => [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0).at(-1);
  const elementOf = (range: Range) => {
    let element = range.endContainer.parentElement ?? document.body;
    while (getComputedStyle(element).display === 'contents') element = element.parentElement ?? document.body;
    return element;
  };
  const runsDown = (element: Element) => getComputedStyle(element).writingMode.startsWith('vertical');

  const bringIntoView = async (box: DOMRect) => {
    const { top, bottom, left, right } = box;
    if (top > 100 && left > 20 && bottom < innerHeight - 80 && right < innerWidth - 20) return;
    scrollBy({ left: right - innerWidth / 2, top: top - innerHeight / 2, behavior: 'instant' });
    for (let frames = 0; frames < 3; frames += 1) await frame();
  };

  const shownAt = (end: DOMRect, element: Element): Seen['end'] => {
    const [x, y] = runsDown(element)
      ? [(end.left + end.right) / 2, end.bottom - 2]
      : [end.right - 2, (end.top + end.bottom) / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return 'unsure';
    const shown = document.elementsFromPoint(x, y).find((each) => !each.matches(host));
    return shown && element.contains(shown) ? 'seen' : 'unseen';
  };

  const chipIn = (slot: HTMLElement) => {
    const number = slot.querySelector('.chip');
    return slot.hidden || !number || getComputedStyle(number).opacity === '0'
      ? undefined
      : number.getBoundingClientRect();
  };

  const look = async (slot: HTMLElement): Promise<Seen[]> => {
    const label = plain(slot.querySelector('.chip')?.ariaLabel ?? '');
    const range = claims.find((each) => label.includes(plain(each.toString())));
    if (!range) return [];
    const before = endOf(range);
    if (before) await bringIntoView(before);
    const element = elementOf(range);
    const end = endOf(range);
    const chip = chipIn(slot);
    const nowhere = { along: 0, across: 0, size: 0 };
    const seen = {
      claim: range.toString(),
      end: end ? shownAt(end, element) : ('unseen' as const),
      chip: Boolean(chip),
    };
    if (!end || !chip) return [{ ...seen, ...nowhere }];
    const place = runsDown(element)
      ? { along: chip.top - end.bottom, across: (end.right - chip.left) / end.width }
      : { along: chip.left - end.right, across: (chip.bottom - end.top) / end.height };
    return [{ ...seen, ...place, size: chip.height }];
  };

  const seen: Seen[] = [];
  const slots = document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLElement>('.places > li') ?? [];
  for (const slot of slots) seen.push(...(await look(slot)));
  return seen;
}
