/** What `npm start` does without a display: the article's notes and cards as text, and pictures of them. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { LaunchedWithExtension } from './browsers';
import { type Entry, entriesOn, openEntry } from './overlay';

const FOLDER = 'screenshots';
/** From a cold start on a slow machine; on an ordinary one the notes stand there in half a second. */
const NOTES_MS = 30_000;
/** The background may have to start first. */
const POPUP_MS = 5_000;
/** Popovers fade in. */
const SETTLED_MS = 400;

/** Opens the article, prints its notes and cards, writes pictures under `name`. Throws where no note appears. */
export async function showHeadless(launched: LaunchedWithExtension, url: string, name: string): Promise<void> {
  const page = await launched.open(url);
  const entries = await entriesOn(page, NOTES_MS);
  if (entries.length === 0) {
    throw new Error(`No note appeared within ${NOTES_MS / 1000} seconds: is this an article on US–China science ties?`);
  }
  mkdirSync(FOLDER, { recursive: true });
  const pictures = [await picture(page, `${name}-article`, true)];
  console.log(`\n${await page.title()}`);
  console.log(`${count(entries, 'note')} notes and ${count(entries, 'card')} names with cards\n`);
  for (const entry of entries) console.log(`${entry.label}\n${indent(await openEntry(page, entry))}\n`);

  for (const entry of pictured(entries)) {
    await openEntry(page, entry);
    pictures.push(await picture(page, `${name}-${entry.kind}`));
  }
  // Not every browser lets a driver open the toolbar's popup every time; the article's pictures are what matters.
  const popup = await launched.openPopup(page).catch(() => null);
  if (popup) pictures.push(await popupPicture(popup, `${name}-popup`));
  else console.log('The popup could not be opened for a picture this time.\n');
  console.log(`Pictures:\n${pictures.map((path) => `  ${path}`).join('\n')}`);
}

const count = (entries: Entry[], kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length;

/** One note, with a number to show where there is one, and one card. */
function pictured(entries: Entry[]): Entry[] {
  const notes = entries.filter(({ kind }) => kind === 'note');
  const note = notes.find(({ angle }) => angle === 'figure') ?? notes[0];
  const card = entries.find(({ kind }) => kind === 'card');
  return [note, card].filter((entry) => entry !== undefined);
}

function indent(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter(Boolean)
    .map((line) => `    ${line}`)
    .join('\n');
}

async function picture(page: Page, name: string, fullPage = false): Promise<string> {
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  const path = `${FOLDER}/${name}.png` as const;
  await page.screenshot({ path, fullPage });
  return path;
}

/** The popup when it has asked the page what was found there, as large as it is. */
async function popupPicture(popup: Page, name: string): Promise<string> {
  const found = () => document.querySelector('ol');
  // A page that isn't in front has no animation frames to poll in.
  await popup.waitForFunction(found, { polling: SETTLED_MS, timeout: POPUP_MS }).catch(() => null);
  const path = `${FOLDER}/${name}.png` as const;
  await (await popup.$('body'))?.screenshot({ path });
  return path;
}
