import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Handler, launchPlain, pause, until } from '../launch';
import {
  ARTICLE,
  countNotes,
  markupOf,
  notesOn,
  OFF_SUBJECT,
  openOwnPage,
  openPopup,
  painted,
  untilGone,
  untilOpen,
} from './article-page';
import { sessionIn } from './session';

/** A page that changes nothing by itself, so that its markup can be compared. */
describe.each(BROWSERS)('switching in %s', (name) => {
  const seen: string[] = [];
  const count =
    (page: string): Handler =>
    (request, response) => {
      seen.push(request.url ?? '');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page);
    };
  const session = sessionIn(name, { '/story': count(ARTICLE), '/other': count(OFF_SUBJECT) });
  let untouched: string;

  beforeAll(async () => {
    const plain = await launchPlain(name);
    untouched = await markupOf(await plain.open(`${session.origin}/story`));
    await plain.close();
  });

  const press = async (popup: Page, label: RegExp | string) => {
    const button = await until('the switch', async () => {
      for (const one of await popup.$$('[role=switch]')) {
        if ((await one.evaluate((element) => element.ariaLabel ?? '')).match(label)) return one;
      }
      return null;
    });
    const before = await button.evaluate((element) => element.ariaChecked);
    await button.evaluate((element) => (element as HTMLElement).click());
    await until('the switch to move', () => button.evaluate((element, was) => element.ariaChecked !== was, before));
  };

  test('an annotated page has one element more than the untouched one, beside its body', async () => {
    const page = await session.openArticle('/story');
    const markup = await markupOf(page);
    const [host = ''] = /<div data-sidelight="".*?<\/div>/.exec(markup) ?? [];
    expect(host).not.toBe('');
    expect(markup.replace(host, '')).toBe(untouched);
  });

  test('switching off leaves every tab byte-identical to a browser without the extension, at once; on again brings the notes back', async () => {
    const pages = [await session.open('/story'), await session.open('/story?again')];
    for (const page of pages) {
      await page.bringToFront();
      await notesOn(page);
    }
    const popup = await openOwnPage(session.browser);
    await press(popup, /everywhere/i);
    for (const page of pages) {
      await untilGone(page);
      expect(await markupOf(page)).toBe(untouched);
      expect(await painted(page)).toEqual({});
    }
    await popup.bringToFront();
    await press(popup, /everywhere/i);
    for (const page of pages) {
      await page.bringToFront();
      await notesOn(page);
    }
  });

  test('the choice is kept: a page opened while Sidelight is off stays untouched', async () => {
    const popup = await openOwnPage(session.browser);
    await press(popup, /everywhere/i);
    await session.browser.stopWorker();
    const page = await session.open('/story');
    await pause(3_000);
    expect(await markupOf(page)).toBe(untouched);
    await popup.bringToFront();
    await press(popup, /everywhere/i);
  });

  test('the popup lists what was found; choosing a note scrolls to it and opens it', async () => {
    const page = await session.open('/story');
    const notes = await notesOn(page);
    const popup = await openPopup(session.browser, page);
    const entries = await until('the list', async () => {
      const found = await popup.$$('.menu-list button');
      return found.length > 0 && found;
    });
    expect(entries.length).toBe(notes);
    await entries.at(-1)?.evaluate((element) => (element as HTMLElement).click());
    expect(await untilOpen(page)).toContain(`${notes} of ${notes}`);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  test('a site can be switched off from the popup, and the others stay on', async () => {
    const page = await session.open('/story');
    const other = await session.browser.open(`${session.origin.replace('127.0.0.1', 'localhost')}/story`);
    await notesOn(other);
    await page.bringToFront();
    await notesOn(page);
    const popup = await openPopup(session.browser, page);
    await press(popup, /127\.0\.0\.1/);
    await untilGone(page);
    expect(await markupOf(page)).toBe(untouched);
    expect(await countNotes(other)).toBeGreaterThan(0);
    await press(popup, /127\.0\.0\.1/);
    await page.bringToFront();
    await notesOn(page);
  });

  test('a page off the subject is left alone, and the popup says so', async () => {
    const page = await session.open('/other');
    const before = await markupOf(page);
    const popup = await openPopup(session.browser, page);
    await until('the state', () => popup.evaluate(() => document.querySelector('.page-state h2')?.textContent));
    expect(await popup.evaluate(() => document.querySelector('.page-state h2')?.textContent)).toBe(
      'Nothing to add here',
    );
    expect(await markupOf(page)).toBe(before);
    expect(await painted(page)).toEqual({});
  });

  test('the server has been asked for pages alone', () => {
    expect(seen.filter((url) => !/^\/(?:story|other)(?:\?again)?$/.test(url))).toEqual([]);
  });
});
