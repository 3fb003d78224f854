import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, buildOf, pause, until } from '../launch';
import {
  ARTICLE,
  countNotes,
  notesOn,
  OFF_SUBJECT,
  openOwnPage,
  openText,
  painted,
  untilGone,
  untilOpen,
} from './article-page';
import { chip, HOST, overlay } from './overlay';
import { sessionIn } from './session';

/** The article's body, to be put into a page by script. */
const [, MAIN = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(ARTICLE) ?? [];
/** A page that fills itself, and moves on without loading. */
const APP = `<!doctype html><html lang="en"><head><title>App</title></head><body><main></main>
<script type="text/template" id="story">${MAIN.replaceAll('</script', '<\\/script')}</script>
<script>
  const main = document.querySelector('main');
  const show = (html) => { main.innerHTML = html; };
  const story = () => show(document.getElementById('story').textContent);
  const go = (path, render, wait) => { history.pushState(null, '', path); setTimeout(render, wait); };
  if (location.search === '?late') setTimeout(story, 1500);
  else show('<h1>Start</h1><p>Nothing here yet.</p>');
</script></body></html>`;

describe.each(BROWSERS)('staying in %s', (name) => {
  const session = sessionIn(name, { '/': ARTICLE, '/app': APP, '/other': OFF_SUBJECT });
  let page: Page;

  const hosts = () => page.evaluate((host) => document.querySelectorAll(host).length, HOST);

  describe('while the background is stopped', () => {
    beforeEach(async () => {
      page = await session.openArticle();
      await session.browser.stopWorker();
    });

    test('notes open as before', async () => {
      await overlay(page).click(chip(1));
      await untilOpen(page);
    });

    test('a new article is annotated', async () => {
      await page.goto(`${session.origin}/?next`);
      await notesOn(page);
    });

    test('switching off works at once', async () => {
      const popup = await openOwnPage(session.browser);
      const toggle = await until('the switch', () => popup.$('[role=switch]'));
      await session.browser.stopWorker();
      await toggle.evaluate((element) => (element as HTMLElement).click());
      await untilGone(page);
      await toggle.evaluate((element) => (element as HTMLElement).click());
      await page.bringToFront();
      await notesOn(page);
    });
  });

  test('a background stopped again and again while an article is looked at loses nothing', async () => {
    page = await session.browser.browser.newPage();
    const loading = page.goto(`${session.origin}/`);
    for (let times = 0; times < 4; times += 1) {
      await session.browser.stopWorker();
      await pause(120);
    }
    await loading;
    await notesOn(page);
  });

  test('text that arrives late is annotated', async () => {
    page = await session.openArticle('/app?late');
  });

  test('an app that moves to an article without loading is annotated, and bare again when it moves on', async () => {
    page = await session.open('/app');
    await pause(500);
    await page.evaluate('go("/app/story", story, 900)');
    await notesOn(page);
    await page.evaluate('go("/app/end", () => show("<h1>End</h1><p>Nothing any more.</p>"), 0)');
    await untilGone(page);
    await until('the end', () => page.evaluate(() => document.querySelector('h1')?.textContent === 'End'));
    await page.evaluate('go("/app/story", story, 0)');
    await notesOn(page);
  });

  test('a paragraph added to an article is read too, and an open note stays open', async () => {
    page = await session.openArticle();
    await overlay(page).click(chip(1));
    const before = await untilOpen(page);
    await page.evaluate(() => {
      const [first] = document.querySelectorAll('article p, main p');
      const added = document.createElement('p');
      added.textContent = 'A sentence that came later, and says nothing that anybody could check against a source.';
      first?.before(added);
    });
    await pause(1_500);
    expect(await openText(page)).toBe(before);
    expect(await countNotes(page)).toBeGreaterThan(0);
  });

  test('chips follow their claims when the article is redrawn with new nodes', async () => {
    page = await session.openArticle();
    const notes = await countNotes(page);
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('main p')) paragraph.replaceWith(paragraph.cloneNode(true));
    });
    // A range whose nodes are gone is empty.
    await until('claims', async () =>
      Object.values(await painted(page))
        .flat()
        .every(Boolean),
    );
    await until('their chips', async () => (await overlay(page).count('.places > li:not([hidden])')) === notes);
  });

  test('a note stays open, beside its claim, when the article is redrawn with new nodes', async () => {
    page = await session.openArticle();
    await overlay(page).click(chip(1));
    const before = await untilOpen(page);
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('main p')) paragraph.replaceWith(paragraph.cloneNode(true));
    });
    await until('the paint of the open claim', async () => {
      const [text] = Object.entries(await painted(page)).find(([kind]) => kind.includes('-open'))?.[1] ?? [];
      return text;
    });
    expect(await openText(page)).toBe(before);
  });

  test('an article that is taken away takes its notes along', async () => {
    page = await session.openArticle();
    await page.evaluate(() => document.querySelector('main')?.remove());
    await untilGone(page);
  });

  test('a host that the page removes is put back', async () => {
    page = await session.openArticle();
    await page.evaluate((host) => document.querySelector(host)?.remove(), HOST);
    await until('the host', async () => (await hosts()) === 1);
    expect(await countNotes(page)).toBeGreaterThan(0);
  });

  test('back from the back/forward cache, notes are there', async () => {
    page = await session.openArticle();
    await page.goto(`${session.origin}/other`);
    // Firefox’s driver never learns of the end of a navigation that loads nothing.
    await page.evaluate(() => history.back());
    await until('the article', () => page.evaluate(() => location.pathname === '/').catch(() => false));
    await notesOn(page);
    expect(await hosts()).toBe(1);
  });

  test('looking again at an annotated page does nothing twice', async () => {
    page = await session.openArticle();
    const notes = await countNotes(page);
    // Switching on, though it is on already, has the spotter look again in every tab.
    const popup = await openOwnPage(session.browser);
    await popup.evaluate(() => chrome.storage.local.set({ settings: { on: true, offSites: ['nowhere.example'] } }));
    await pause(2_500);
    await page.bringToFront();
    expect(await hosts()).toBe(1);
    expect(await countNotes(page)).toBe(notes);
  });

  test('after an update, the newer Sidelight takes over from the older one in open pages', async () => {
    page = await session.openArticle();
    const notes = await countNotes(page);
    await page.evaluate((host) => document.querySelector(host)?.setAttribute('data-older', ''), HOST);
    await session.browser.browser.installExtension(resolve(buildOf(name)));
    await until('the newer one', () =>
      page.evaluate((host) => document.querySelector(`${host}:not([data-older])`) !== null, HOST),
    );
    await page.bringToFront();
    await until('the older one to go', async () => (await hosts()) === 1);
    expect(await countNotes(page)).toBe(notes);
    await overlay(page).click(chip(1));
    await untilOpen(page);
    expect(Object.keys(await painted(page)).length).toBeGreaterThan(1);
  });
});
