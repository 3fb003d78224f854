import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS, until } from '../launch';
import { ARTICLE, markupOf, untilOpen } from './article-page';
import { chip, HOST, overlay } from './overlay';
import { sessionIn } from './session';

const WINDOW_HIGH = ARTICLE.replace('</head>', '<style>html, body { height: 100% }</style></head>');

/** What is seen of the page while it is printed. */
interface Paper {
  body: string;
  /** In Chromium, of the layout for paper; Firefox lays out a copy that no script sees. */
  notesTop: number;
  textBottom: number;
  notes: { text: string; colour: string; display: string };
  popover: string;
  chips: { number: string; gap: number; visible: boolean; outline: string }[];
}

describe.each(BROWSERS)('printing in %s', (name) => {
  const session = sessionIn(name, { '/': ARTICLE, '/window-high': WINDOW_HIGH });
  let page: Page;

  const openNote = async () => {
    await overlay(page).click(chip(1));
    await untilOpen(page);
  };

  /** Prints an article on which the reader has opened a note, or done something else; gives what was seen at that moment. */
  async function print(path: string, act = openNote): Promise<Paper> {
    page = await session.openArticle(path);
    await act();
    await page.evaluate((host) => {
      const world = window as { paper?: Paper };
      matchMedia('print').addEventListener('change', ({ matches }) => {
        const shadow = document.querySelector(host)?.shadowRoot;
        const notes = shadow?.querySelector('.endnotes');
        const open = shadow?.querySelector('.place');
        if (!matches || !shadow || !notes) return;
        const ends = [...CSS.highlights.entries()]
          .filter(([kind]) => !kind.startsWith('sidelight-name'))
          .flatMap(([, ranges]) => [...ranges].map((range) => [...(range as Range).getClientRects()].at(-1)));
        const texts = [...document.querySelectorAll('p, li')].map((text) => text.getBoundingClientRect().bottom);
        world.paper = {
          body: document.body.outerHTML,
          notesTop: notes.getBoundingClientRect().top,
          textBottom: Math.max(...texts),
          notes: {
            text: notes.textContent ?? '',
            colour: getComputedStyle(notes).color,
            display: getComputedStyle(notes).display,
          },
          popover: open ? getComputedStyle(open).display : 'none',
          chips: [...shadow.querySelectorAll('.chip')].map((button) => {
            const { left, top, width } = button.getBoundingClientRect();
            const gap = Math.min(...ends.map((end) => (end ? Math.hypot(left - end.right, top - end.top) : 1e9)));
            const outline = getComputedStyle(button).outlineStyle;
            return { number: button.textContent ?? '', gap, visible: width > 0, outline };
          }),
        };
      });
    }, HOST);
    // All pages take Firefox seven seconds.
    await page.pdf({ pageRanges: '1' });
    const paper = await page.evaluate(() => (window as { paper?: Paper }).paper);
    if (!paper) throw new Error('nothing was printed');
    return paper;
  }

  test('the notes stand on paper with claim, headline, sources and addresses, in black', async () => {
    const { notes } = await print('/');
    const labels = await overlay(page).all('.chip', (chips) =>
      chips.map((button) => [
        /: (.+), [^,]+$/.exec(button.ariaLabel ?? '')?.[1],
        button.getAttribute('aria-description')?.replace(/, read$/, ''),
      ]),
    );
    expect(labels.length).toBeGreaterThan(10);
    for (const [claim = '', headline] of labels) {
      expect(notes.text).toContain(claim);
      expect(notes.text).toContain(headline);
    }
    expect(notes.text.match(/https:\/\//g)?.length).toBeGreaterThan(labels.length);
    expect([notes.display, notes.colour]).toEqual(['block', 'rgb(0, 0, 0)']);
  });

  test.runIf(name === 'chromium').each(['/', '/window-high'])(
    'they follow the text of the article, %s',
    async (path) => {
      const { notesTop, textBottom } = await print(path);
      expect(notesTop).toBeGreaterThanOrEqual(textBottom);
    },
  );

  test('an open note isn’t printed', async () => {
    expect((await print('/')).popover).toBe('none');
  });

  test('numbers stand beside their claims as the paper has them, or not at all', async () => {
    const { chips } = await print('/');
    const printed = chips.filter(({ visible }) => visible);
    expect(printed.length).toBe(name === 'chromium' ? chips.length : 0);
    for (const { gap } of printed) expect(gap).toBeLessThan(14);
  });

  test('the number that has the focus is printed as the others are', async () => {
    const { chips } = await print('/', () => overlay(page).focus(chip(2)));
    expect(chips.map(({ outline }) => outline)).toEqual(chips.map(() => 'none'));
  });

  test('the article’s own nodes are the same before, while and after it is printed', async () => {
    page = await session.openArticle();
    const [before, body] = [await markupOf(page), await page.evaluate(() => document.body.outerHTML)];
    const paper = await print('/');
    expect(paper.body).toBe(body);
    await until('no endnotes', async () => !(await overlay(page).has('.endnotes')));
    expect(await markupOf(page)).toBe(before);
  });
});
