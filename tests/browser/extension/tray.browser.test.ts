import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { violationsIn } from '../axe';
import { BROWSERS, until } from '../launch';
import { ARTICLE, markupOf, notesOn, OFF_SUBJECT, openText, painted, untilClosed, untilOpen } from './article-page';
import { chip, HOST, overlay } from './overlay';
import { sessionIn } from './session';

describe.each(BROWSERS)('the tray in %s', (name) => {
  const session = sessionIn(name, {
    '/': ARTICLE,
    '/other': OFF_SUBJECT,
    '/rtl': ARTICLE.replace('<html', '<html dir="rtl"'),
  });
  let page: Page;

  beforeEach(async () => {
    page = await session.openArticle('/', { width: 1400, height: 900 });
  });

  const within = (selector: string) => `.tray ${selector}`;
  const isOpen = () => overlay(page).has('.tray');
  const untilList = () => until('the list', isOpen);
  const untilNone = () => until('no list', async () => !(await isOpen()));
  const focused = () =>
    page.evaluate((host) => {
      const active = document.querySelector(host)?.shadowRoot?.activeElement;
      return active?.className || active?.textContent || document.activeElement?.localName;
    }, HOST);
  const openByHandle = async () => {
    await overlay(page).focus('.handle-open');
    await page.keyboard.press('Enter');
    await untilList();
  };

  test('the handle says how many notes there are, is one stop for the keyboard, and opens the list with its heading in focus', async () => {
    const notes = await notesOn(page);
    const stops = await overlay(page).all('.handle button', (all) =>
      all.filter((one) => one.tabIndex >= 0).map((one) => one.textContent),
    );
    expect(stops).toEqual([`${notes} notes`]);
    await openByHandle();
    expect(await focused()).toBe('In this article');
    expect(await overlay(page).count(within('.entry[data-note]'))).toBe(notes);
  });

  test('the keys open the list and close it, and give the focus back to where it was in the page', async () => {
    await page.focus('a[href]');
    await session.browser.pressShortcut();
    await untilList();
    expect(await focused()).toBe('In this article');
    await session.browser.pressShortcut();
    await untilNone();
    expect(await focused()).toBe('a');
  });

  test('the list names the keys that open it', async () => {
    await openByHandle();
    const keys = await until('the keys', async () => (await overlay(page).texts(within('kbd')))[0]);
    expect(keys).toMatch(/Alt\+Shift\+L/);
  });

  test('Escape closes the list and gives the focus back to the handle', async () => {
    await openByHandle();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await untilNone();
    expect(await focused()).toBe('handle-open');
  });

  test('entries stand in the article’s order, with number, angle, headline and the words that they hang on', async () => {
    await openByHandle();
    const words = await overlay(page).texts(within('.entry[data-note] q'));
    const article = await page.evaluate(
      () => document.querySelector('article')?.textContent?.replace(/\s+/g, ' ') ?? '',
    );
    const places = words.map((text) => article.indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const [first] = await overlay(page).texts(within('.entry[data-note]'));
    expect(first).toMatch(/^1 ?(?:Figure|Update|Context|Disputed|Definition|Origin): \S/);
  });

  test('a toggle leaves out the notes of its angle, and says how many are left', async () => {
    await openByHandle();
    const all = await overlay(page).count(within('.entry[data-note]'));
    const ofOne = await overlay(page).count(within('.entry[data-note][data-angle="figure"]'));
    expect(ofOne).toBeGreaterThan(0);
    await overlay(page).press(within('.filter [data-angle="figure"]'));
    await until('fewer', async () => (await overlay(page).count(within('.entry[data-note]'))) === all - ofOne);
    const pressed = await overlay(page).first(within('.filter [data-angle="figure"]'), (one) =>
      one.getAttribute('aria-pressed'),
    );
    expect(pressed).toBe('false');
    expect(await overlay(page).texts(within('[aria-live]'))).toContain(`${all - ofOne} of ${all} notes shown`);
  });

  test('choosing a note scrolls to its words and opens it; Escape leads back to its entry, which is read by then', async () => {
    await openByHandle();
    const notes = await notesOn(page);
    await overlay(page).focus(within(`[data-note="${notes}"]`));
    await page.keyboard.press('Enter');
    expect(await untilOpen(page)).toContain(`${notes} of ${notes}`);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    await until('the entry', async () => (await focused()) === 'entry');
    expect(await openText(page)).toBeNull();
    const read = await overlay(page).all(within('.entry[data-read="true"]'), (all) =>
      all.map((one) => one.getAttribute('data-note')),
    );
    expect(read).toEqual([String(notes)]);
  });

  test('a note that has been read is told by its number: at its claim, in the margin and in the list', async () => {
    await overlay(page).focus(chip(2));
    await page.keyboard.press('Enter');
    await untilOpen(page);
    await page.keyboard.press('Escape');
    await untilClosed(page);
    const filled = (selector: string) =>
      overlay(page).all(selector, (all) =>
        all.map((one) => !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(getComputedStyle(one).backgroundColor)).slice(0, 3),
      );
    await page.mouse.move(3, 3);
    expect(await filled('.places .chip')).toEqual([true, false, true]);
    expect(await filled('.places .sidenote .number')).toEqual([true, false, true]);
    expect(await overlay(page).first(chip(2), (number) => number.ariaDescription)).toMatch(/\bread$/);
    await openByHandle();
    expect(await filled(within('.entry .number'))).toEqual([true, false, true]);
  });

  test('on a page from right to left the handle keeps the order of its own language', async () => {
    await page.goto(`${session.origin}/rtl`);
    await notesOn(page);
    const [logo, label] = [await overlay(page).box('.handle .logo'), await overlay(page).box('.handle-label')];
    expect(logo.x).toBeLessThan(label.x);
  });

  test('where the list covers the text, it makes room for the note that was chosen', async () => {
    await page.setViewport({ width: 800, height: 800 });
    await openByHandle();
    await overlay(page).press(within('.entry[data-note]'));
    await untilOpen(page);
    expect(await isOpen()).toBe(false);
  });

  test('a card opens in the list, goes to where the article names it, and leads back to its pill', async () => {
    await openByHandle();
    const [name = ''] = await overlay(page).texts(within('.pill'));
    await overlay(page).press(within('.pill'));
    await until('the card', async () => (await overlay(page).texts(within('h2')))[0] === name);
    expect(await focused()).toBe(name);
    await overlay(page).press(within('.back'));
    await until('the list', async () => (await overlay(page).texts(within('h2')))[0] === 'In this article');
    expect(await focused()).toBe('pill');
    await overlay(page).press(within('.pill'));
    await until('its places', () => overlay(page).has(within('.mention')));
    await overlay(page).all(within('.mention'), (all) => all.at(-1)?.click());
    expect(await untilOpen(page)).toContain(name);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  test('more on what the article names stands apart from its notes, opens in the list, and is painted nowhere', async () => {
    await openByHandle();
    const before = await painted(page);
    const more = await overlay(page).texts(within('.tray-more .headline'));
    const inText = await overlay(page).texts(within('.entry[data-note] .headline'));
    expect(more.length).toBeGreaterThan(0);
    expect(more.length).toBeLessThanOrEqual(5);
    expect(more.filter((headline) => inText.includes(headline))).toEqual([]);
    expect((await overlay(page).texts(within('.tray-more h3')))[0]).toContain('not in the text');
    await overlay(page).press(within('.tray-more .entry'));
    await until('the note', async () => more[0]?.endsWith((await overlay(page).texts(within('h2')))[0] ?? '?'));
    expect(await overlay(page).count(within('.sources li'))).toBeGreaterThan(0);
    expect(await painted(page)).toEqual(before);
  });

  test('it tells the day, the dates and numbers stated, which lead to their place, and the sources used', async () => {
    await openByHandle();
    expect(
      await overlay(page).all(within('.rests dd time'), (all) => all.map((one) => one.getAttribute('datetime'))),
    ).toEqual(['2023-11-30']);
    expect(await overlay(page).texts(within('.stated button'))).toContain('20,000 scientists');
    const sources = await overlay(page).count(within('.rests .sources li'));
    expect(await overlay(page).texts(within('.rests summary'))).toEqual([`${sources} sources used`]);
    await overlay(page).all(within('.stated button'), (all) =>
      all.find((one) => one.textContent === '20,000 scientists')?.click(),
    );
    await until('the mark', async () => (await painted(page))['sidelight-name-open']?.includes('20,000 scientists'));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  test('the handle can be put away for the page, and the keys still open the list', async () => {
    await overlay(page).focus('.handle-open');
    await page.keyboard.press('Delete');
    await until('no handle', async () => !(await overlay(page).has('.handle')));
    await session.browser.pressShortcut();
    await untilList();
  });

  test('on a narrow screen the handle gets out of the way of who reads on, and the list is a sheet', async () => {
    await page.setViewport({ width: 400, height: 800 });
    const isAway = () => overlay(page).first('.corner', (corner) => corner.hasAttribute('data-away'));
    await until('a tight corner', () => overlay(page).first('.corner', (corner) => corner.hasAttribute('data-tight')));
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    await until('the handle to go', isAway);
    await page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
    await until('the handle', async () => !(await isAway()));
    await openByHandle();
    await until('rest', () =>
      overlay(page).first('.tray', (one) => {
        const { left, right, bottom } = one.getBoundingClientRect();
        return left === 0 && right === document.documentElement.clientWidth && Math.abs(bottom - innerHeight) < 1;
      }),
    );
  });

  test('the page’s own markup is as it was while the list is open', async () => {
    const strip = (markup: string) => markup.replace(/<div data-sidelight="".*?<\/div>/, '');
    const before = strip(await markupOf(page));
    await openByHandle();
    await overlay(page).press(within('.pill'));
    expect(strip(await markupOf(page))).toBe(before);
  });

  test('axe finds nothing in a card and a note without a passage, which open in the list', async () => {
    await openByHandle();
    await overlay(page).press(within('.pill'));
    await until('the card', () => overlay(page).has(within('.card')));
    expect(await violationsIn(page, HOST)).toEqual([]);
    await overlay(page).press(within('.back'));
    await overlay(page).press(within('.tray-more .entry'));
    await until('the note', () => overlay(page).has(within('.sources')));
    expect(await violationsIn(page, HOST)).toEqual([]);
  });

  describe('in the side panel', () => {
    /** The panel's page in a tab of its own, behind the article's. */
    const openPanel = async () => {
      const panel = await session.browser.openExtensionPage('sidepanel.html');
      await page.bringToFront();
      return panel;
    };
    const headlines = (panel: Page) =>
      panel.evaluate(() => [...document.querySelectorAll('.entry .headline')].map((one) => one.textContent));

    test('the same list is shown, and choosing a note opens it over the page', async () => {
      await openByHandle();
      const here = await overlay(page).all(within('.entry .headline'), (all) => all.map((one) => one.textContent));
      const panel = await openPanel();
      await until('the list', async () => (await headlines(panel)).length > 0);
      expect(await headlines(panel)).toEqual(here);
      // The keys open the list over the page.
      expect(await panel.$('kbd')).toBeNull();
      await panel.evaluate(() => document.querySelectorAll<HTMLElement>('.entry')[1]?.click());
      expect(await untilOpen(page)).toContain('2 of ');
      await until('the note to be read', () =>
        panel.evaluate(() => document.querySelector('[data-note="2"][data-read=true]') !== null),
      );
    });

    test('a card and a note without a passage that are chosen there open over the page', async () => {
      const panel = await openPanel();
      await until('the list', async () => (await headlines(panel)).length > 0);
      const name = await panel.evaluate(() => {
        const pill = document.querySelector<HTMLElement>('.pill');
        pill?.click();
        return pill?.textContent ?? '';
      });
      expect(await untilOpen(page)).toContain(name);
      await panel.evaluate(() => document.querySelector<HTMLElement>('.tray-more .entry')?.click());
      const [first] = await until('the note', async () => (await isOpen()) && overlay(page).texts(within('h2')));
      expect(first).not.toBe('In this article');
      expect(await panel.evaluate(() => document.querySelector('.tray-more .headline')?.textContent)).toContain(first);
    });

    test('it follows the tab in front, and says so where that has no notes', async () => {
      const panel = await openPanel();
      await until('the list', async () => (await headlines(panel)).length > 0);
      const other = await session.open('/other');
      await other.bringToFront();
      const said = () => panel.evaluate(() => document.querySelector('.page-state h2')?.textContent);
      await until('the state', async () => (await said()) === 'Nothing to add here');
      await page.bringToFront();
      await until('the list', async () => (await headlines(panel)).length > 0);
    });

    test.runIf(name === 'chromium')('the list’s own button opens it', async () => {
      await openByHandle();
      await overlay(page).click(within('.acts > .act:last-child'));
      const url = session.browser.extensionUrl('sidepanel.html');
      const target = await until('the panel', async () =>
        session.browser.browser.targets().find((one) => one.url() === url),
      );
      const panel = await target.asPage();
      await until('the list', async () => (await headlines(panel)).length > 0);
    });
  });
});
