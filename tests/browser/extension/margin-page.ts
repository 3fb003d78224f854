/** Articles with a margin, and what stands in it. */
import type { Page } from 'puppeteer-core';
import { MEASURED_AGAIN_AFTER } from '../../../page/timings';
import { type Harness, until } from '../launch';
import { ARTICLE, openOptions, untilStill } from './article-page';
import { HOST } from './overlay';
import type { Session } from './session';

export type Place = 'automatic' | 'popovers' | 'margin';

const withStyle = (css: string) => ARTICLE.replace('</head>', `<style>${css}</style></head>`);
const withBlock = (css: string) =>
  withStyle(`#block { position: absolute; ${css} }`).replace(
    '</body>',
    '<div id="block">Somebody’s advertisement, at some length, in this place.</div></body>',
  );

/** Pages with a margin, and with something in it. Some are as wide as the window, with a column of 640 px in the middle. */
export const PAGES: Record<string, string> = {
  '/plain': ARTICLE,
  '/filled': withBlock(
    'top: 1500px; left: 800px; width: 500px; height: 420px; background: #fc0 } main { margin-left: 100px !important',
  ),
  '/written': withBlock('top: 1500px; left: 0; width: 100%; box-sizing: border-box; padding-left: calc(100% - 250px)'),
  '/image': withStyle(
    'main p:nth-of-type(9)::before { content: none } main figure { position: relative } figure svg { width: 980px; max-width: none }',
  ),
  '/sticky': withBlock('position: sticky; float: right; top: 10px; width: 300px; height: 200px; background: #fc0'),
  '/two-columns': withStyle(
    'body { display: grid; grid-template-columns: 1fr 700px 1fr } .masthead, .colophon { display: none } main { grid-column: 2 } body::before { content: none }',
  )
    .replace('<body>', '<body><nav style="grid-column: 1; grid-row: 1; background: #eee">Left</nav>')
    .replace('</body>', '<aside style="grid-column: 3; grid-row: 1; background: #eee">Right</aside></body>'),
  '/bar': withStyle(
    '.masthead { position: sticky; top: 0; max-width: none !important; background: #123; color: #fff; height: 90px }',
  ),
  '/rtl': ARTICLE.replace('<html', '<html dir="rtl"'),
  '/grey': withStyle('html { background: #777 } body { width: 720px; margin: auto !important }'),
  '/zoom': withStyle('html { zoom: 1.25 }'),
  '/loud': withStyle(
    '* { all: revert; color: lime !important; opacity: 0.2 !important } button { display: block !important }',
  ),
  '/scroller': withStyle('html, body { height: 100%; overflow: hidden } main { height: 600px; overflow: auto }'),
  '/sparse': withStyle('main p { line-height: 9 }'),
};

export interface Side {
  number: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  folded: boolean;
  /** The middles of its first line and of the line that its chip stands on, in the viewport. */
  line: number;
  claim: number;
}

/** Opens a page in a window of some width, and waits until its sidenotes stand still. */
export async function openMargin(session: Session, path: string, width = 1500): Promise<Page> {
  const page = await session.openArticle(path, { width, height: 900 });
  await untilSettled(page);
  return page;
}

/** The margin is measured once more when all is quiet. */
export const untilSettled = (page: Page) => untilStill(page, '.sidenote', MEASURED_AGAIN_AFTER + 150);

/** Chooses on the page of choices, as a reader does. */
export async function choose(browser: Harness, place: Place): Promise<void> {
  const options = await openOptions(browser);
  const radio = await until('the choice', () => options.$(`input[id$="-${place}"]`));
  await radio.evaluate((input) => (input as HTMLElement).click());
  await until('the choice to be kept', () =>
    options.evaluate(async (wanted) => {
      const { settings } = await chrome.storage.local.get('settings');
      return (settings as { notes?: string } | undefined)?.notes === wanted;
    }, place),
  );
  await options.close();
}

/** The sidenotes that can be seen, in the order of their numbers. */
export const sidenotesOn = (page: Page): Promise<Side[]> =>
  page.evaluate((host) => {
    const ends = [...CSS.highlights.entries()]
      .filter(([kind]) => !kind.startsWith('sidelight-name'))
      .flatMap(([, ranges]) => [...ranges].map((range) => [...(range as Range).getClientRects()].at(-1)));
    const slots = document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLElement>('.places > li:not([hidden])');
    return [...(slots ?? [])].flatMap((slot) => {
      const side = slot.querySelector<HTMLElement>('.sidenote:not([hidden])');
      const number = slot.querySelector('.chip');
      if (!side || !number) return [];
      const { left, top, right, bottom } = side.getBoundingClientRect();
      const spot = number.getBoundingClientRect();
      const away = (end: DOMRect | undefined) => (end ? Math.hypot(spot.left - end.right, spot.bottom - end.top) : 1e9);
      const end = ends.reduce((best, one) => (away(one) < away(best) ? one : best));
      const line = side.querySelector('.number')?.getBoundingClientRect();
      return {
        number: Number(number.textContent),
        left,
        top,
        right,
        bottom,
        folded: side.hasAttribute('data-folded'),
        line: line ? (line.top + line.bottom) / 2 : 0,
        claim: end ? (end.top + end.bottom) / 2 : 0,
      };
    });
  }, HOST);

/** Left and right edge of the text. */
export const columnOf = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('main p')].map((text) => text.getBoundingClientRect());
    return { left: Math.min(...boxes.map(({ left }) => left)), right: Math.max(...boxes.map(({ right }) => right)) };
  });

export const boxOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as DOMRect);

export const meet = (one: Pick<Side, 'left' | 'top' | 'right' | 'bottom'>, other: typeof one) =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
export const overlapping = (sides: Side[]) =>
  sides.flatMap((one, index) => sides.slice(index + 1).filter((other) => meet(one, other)));
