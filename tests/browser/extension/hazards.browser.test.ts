import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS, until } from '../launch';
import {
  ARTICLE,
  firstClaim,
  openText,
  painted,
  pointOn,
  untilClosed,
  untilGone,
  untilOpen,
  untilStill,
} from './article-page';
import { chip, HOST, overlay } from './overlay';
import { sessionIn } from './session';

const withStyle = (css: string) => ARTICLE.replace('</head>', `<style>${css}</style></head>`);
const withScript = (script: string) => ARTICLE.replace('</body>', `<script>${script}</script></body>`);

/** Pages that are hard on whatever lies over them. */
const PAGES: Record<string, string> = {
  '/margins': withStyle('html { margin: 37px 0 0 53px; border: 5px solid } body { position: relative; top: 20px }'),
  '/transform': withStyle(
    'html { transform: translate(30px, 20px) } body { transform: scale(0.9); transform-origin: 0 0 }',
  ),
  '/zoom': withStyle('html { zoom: 1.25 }'),
  '/tiny-root': withStyle('html { font-size: 5px } * { box-sizing: content-box; line-height: 3 }'),
  '/loud': withStyle('* { all: revert; color: lime !important; display: block !important; opacity: 0.2 !important }'),
  '/bare': withStyle('body * { margin: 0 !important; padding: 0 !important } nav, svg { display: none }'),
  '/dark': withStyle('body { background: #101214 !important; color: #eee !important }'),
  '/scroller': withStyle('html, body { height: 100%; overflow: hidden } main { height: 300px; overflow: auto }'),
  '/modal': withScript(
    'window.show = () => { const d = document.createElement("dialog"); d.textContent = "Sign up"; document.body.append(d); d.showModal(); }',
  ),
  '/plain': ARTICLE,
};

describe.each(BROWSERS)('hazards in %s', (name) => {
  const session = sessionIn(name, {
    ...PAGES,
    '/strict': (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', "default-src 'none'");
      response.end(ARTICLE);
    },
  });
  let page: Page;

  const open = async (path: string) => {
    page = await session.openArticle(path);
  };

  /** How far each visible chip is from the end of the nearest claim, and how high it is. */
  const chips = () =>
    page.evaluate((host) => {
      const ends = [...CSS.highlights.entries()]
        .filter(([kind]) => !kind.startsWith('sidelight-name'))
        .flatMap(([, ranges]) => [...ranges].map((range) => [...(range as Range).getClientRects()].at(-1)));
      const slots = [...(document.querySelector(host)?.shadowRoot?.querySelectorAll('.places > li') ?? [])];
      return slots
        .filter((slot) => !(slot as HTMLElement).hidden)
        .map((slot) => {
          const { left, top, height } = slot.firstElementChild?.getBoundingClientRect() ?? new DOMRect();
          const middle = top + height / 2;
          return {
            gap: Math.min(...ends.map((end) => (end ? Math.hypot(left - end.right, middle - end.top) : 1e9))),
            height,
          };
        });
    }, HOST);

  /** The box of the claim whose note is open. */
  const openClaim = () =>
    page.evaluate(() => {
      const open = [...CSS.highlights.entries()].find(([kind]) => kind.includes('-open'))?.[1];
      return ([...(open ?? [])][0] as Range | undefined)?.getBoundingClientRect().toJSON();
    });

  test.each(['/margins', '/transform', '/zoom', '/tiny-root', '/loud', '/strict'])(
    'chips stand at the ends of their claims, as large as ever, on %s',
    async (path) => {
      await open(path);
      const all = await chips();
      expect(all.length).toBeGreaterThan(0);
      for (const { gap, height } of all) {
        expect(gap).toBeLessThan(4);
        expect(height).toBeGreaterThan(12);
        expect(height).toBeLessThan(19);
      }
    },
  );

  test.each(['/margins', '/transform', '/zoom'])('a note stands right under its claim on %s', async (path) => {
    await open(path);
    await page.setViewport({ width: 1000, height: 900 });
    await overlay(page).click(chip(1));
    await untilOpen(page);
    await untilStill(page, '.place');
    const box = await overlay(page).box('.place');
    const claim = await openClaim();
    expect(Math.abs(box.top - claim.bottom - 8)).toBeLessThanOrEqual(1.5);
    expect(Math.abs(box.left - claim.left)).toBeLessThanOrEqual(1.5);
    expect(box.bottom).toBeLessThanOrEqual(900);
  });

  test.each(['/loud', '/strict', '/tiny-root'])('a note looks as everywhere on %s', async (path) => {
    const look = async () => {
      await overlay(page).click(chip(1));
      await untilOpen(page);
      return overlay(page).first('.surface', (surface) => {
        const { width } = surface.getBoundingClientRect();
        const heading = surface.querySelector('h2') ?? surface;
        const { color, fontSize, backgroundColor } = getComputedStyle(heading);
        return { width, color, fontSize, backgroundColor, ground: getComputedStyle(surface).backgroundColor };
      });
    };
    await open('/plain');
    const usual = await look();
    await open(path);
    expect(await look()).toEqual(usual);
  });

  test('on a dark page, whatever the system prefers, paint and notes are dark', async () => {
    await open('/dark');
    expect(Object.keys(await painted(page)).filter((kind) => !kind.endsWith('-dark'))).toEqual([]);
    expect(await overlay(page).first('.sidelight', (root) => (root as HTMLElement).dataset.theme)).toBe('dark');
  });

  test('a page that turns dark takes its notes along', async () => {
    await open('/plain');
    await page.evaluate(() => document.body.setAttribute('style', 'background: #111; color: #eee'));
    await until('dark paint', async () => Object.keys(await painted(page)).every((kind) => kind.endsWith('-dark')));
  });

  test('in a scroller of the page’s own, chips move with the text and hide beyond its edge', async () => {
    await open('/scroller');
    const isSeen = () => overlay(page).first(chip(1), (button) => !button.parentElement?.hidden);
    await pointOn(page, await firstClaim(page));
    await until('the first chip', isSeen);
    await until('the chips at their claims', async () => (await chips()).every(({ gap }) => gap < 4));
    await page.$eval('main', (main) => main.scrollTo({ top: main.scrollHeight, behavior: 'instant' }));
    await until('the first chip to hide', async () => !(await isSeen()));
  });

  test('on a narrow screen a note is a sheet at the bottom, as wide as the screen', async () => {
    await open('/plain');
    await page.setViewport({ width: 360, height: 640 });
    await overlay(page).focus(chip(1));
    await page.keyboard.press('Enter');
    await untilOpen(page);
    await untilStill(page, '.surface');
    const box = await overlay(page).box('.surface');
    const viewport = await page.evaluate(() => {
      // Without scroll bars.
      const { clientWidth, clientHeight } = document.documentElement;
      return { width: clientWidth, height: clientHeight };
    });
    expect(box.left).toBe(0);
    expect(Math.round(box.right)).toBe(viewport.width);
    expect(Math.round(box.bottom)).toBe(viewport.height);
    expect(box.height).toBeLessThan(viewport.height * 0.75);
    const claim = await openClaim();
    expect(claim.top).toBeGreaterThan(0);
    expect(claim.bottom).toBeLessThanOrEqual(box.top);
  });

  test('chips make no page wider', async () => {
    await open('/bare');
    await page.setViewport({ width: 420, height: 640 });
    await untilStill(page, '.places > li');
    const [scrolled, shown] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(scrolled).toBe(shown);
  });

  test('a modal dialog of the page closes the note', async () => {
    await open('/modal');
    await overlay(page).click(chip(1));
    await untilOpen(page);
    await page.evaluate('show()');
    await untilClosed(page);
  });

  test('a note stays beside its claim while the page scrolls, and closes when the claim has left', async () => {
    await open('/plain');
    await overlay(page).click(chip(1));
    await untilOpen(page);
    await untilStill(page, '.place');
    const before = await overlay(page).box('.place');
    await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }));
    await untilStill(page, '.place');
    expect(Math.abs((await overlay(page).box('.place')).top - before.top)).toBeLessThan(120);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await untilClosed(page);
  });

  test('an article that empties itself takes its notes along', async () => {
    await open('/plain');
    await page.evaluate(() => document.body.replaceChildren());
    await untilGone(page);
    expect(await openText(page)).toBeNull();
  });
});
