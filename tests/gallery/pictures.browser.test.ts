/**
 * The gallery looks as it did when somebody last looked at it. `npm run gallery -- --keep` takes new pictures; look at
 * them before you commit them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, type Launched, launchPlain } from '../../tools/browsers';
import { type Gallery, serveBuiltGallery } from '../../tools/gallery';
import { compare, keepPicture, readPicture, writePicture } from './pictures';

/** One picture for each group, of the exhibits whose titles begin so. */
const GROUPS = {
  marks: ['Chips', 'Handle', 'Margin: six', 'Margin: folded'],
  notes: ['Note: an update', 'Note: the least', 'Note: from right to left', 'Sheet'],
  charts: ['Note: lines', 'Note: bars below zero', 'Note: bars in groups'],
  cards: ['Card: a Chinese name', 'Card: the most relations'],
  tray: ['Tray: two read', 'Tray: a note without', 'Tray: cards alone', 'Panel: off'],
  pages: ['Toolbar: found', 'Toolbar: one', 'Toolbar: paused here', 'Options: sites'],
};

/** Colours don't depend on widths, nor widths on colours: two pictures show both of each. */
const LOOKS = [
  { look: 'light-wide', theme: 'light', width: 1240 },
  { look: 'dark-narrow', theme: 'dark', width: 360 },
];

/**
 * How many pixels of a picture may differ. A browser draws one page alike every time, to the pixel, so that this leaves
 * room for a line that falls between two of them, and no more: a number in a chip has more pixels. It isn't a share of
 * the picture, for a fault is as bad in a large one.
 */
const MOST_DIFFERING = 10;

const KEPT = 'tests/gallery/pictures';
const TAKEN_WITH = `${KEPT}/taken-with.json`;
const FOUND = 'screenshots/gallery';
const keeping = process.env.KEEP_PICTURES === '1';

/**
 * Text in the fonts that a machine has, without any style of Sidelight's. It is kept as a picture too: names and widths
 * of fonts say nothing of hinting and smoothing.
 */
const SPECIMEN = `<body style="margin: 0; inline-size: 600px; background: white; color: black">
  ${['sans-serif', 'system-ui', 'serif']
    .flatMap((family) => [400, 600, 700].map((weight) => `${weight} 13px / 1.5 ${family}`))
    .map(
      (font) =>
        `<p style="margin: 0; font: ${font}">Ångström’s 1,234 “quick” foxes: 56% – 78 → 清华大学 ١٢٣ العلوم</p>`,
    )
    .join('')}`;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await serveBuiltGallery();
});
afterAll(() => gallery?.close());

describe.each<BrowserName>(['chromium', 'firefox'])('the gallery in %s', (name) => {
  let launched: Launched;
  let page: Page;
  /** Why pictures may differ here without anybody's fault. */
  let excuse: string | null = null;

  beforeAll(async () => {
    launched = await launchPlain(name, {
      args: name === 'chromium' ? ['--force-prefers-reduced-motion', '--force-device-scale-factor=1'] : [],
      prefs: { 'ui.prefersReducedMotion': 1, 'layout.css.devPixelsPerPx': '1' },
    });
    page = await launched.browser.newPage();
    if (keeping) await keepMachine();
    else excuse = await excuseOf();
    if (excuse) console.warn(`Pictures that differ are skipped in ${name}: ${excuse}.`);
  });
  afterAll(() => launched?.close());

  const specimen = async () => {
    await page.setViewport({ width: 600, height: 300 });
    await page.setContent(SPECIMEN);
    return PNG.sync.read(Buffer.from(await page.screenshot()));
  };

  async function keepMachine(): Promise<void> {
    keepPicture(`${KEPT}/${name}/specimen.png`, await specimen());
    const taken = { ...takenWith(), [name]: await launched.browser.version() };
    writeFileSync(TAKEN_WITH, `${JSON.stringify(taken, null, 2)}\n`);
  }

  async function excuseOf(): Promise<string | null> {
    const [then, now] = [takenWith()[name], await launched.browser.version()];
    if (then && major(then) !== major(now)) return `they were taken with ${then}, and this is ${now}`;
    const kept = readPicture(`${KEPT}/${name}/specimen.png`);
    if (kept && compare(await specimen(), kept).differing > 0) return 'this machine draws letters otherwise';
    return null;
  }

  describe.each(Object.entries(GROUPS))('%s', (group, titles) => {
    for (const { look, theme, width } of LOOKS) {
      it(`look as kept, ${look}`, async ({ skip }) => {
        const file = `${name}/${group}-${look}`;
        const picture = await take(theme, width, titles);
        if (keeping) return keepPicture(`${KEPT}/${file}.png`, picture);
        const kept = readPicture(`${KEPT}/${file}.png`);
        if (!kept) return expect.fail(`No picture is kept of it: npm run gallery -- --keep`);

        const { differing, difference } = compare(picture, kept);
        if (differing <= MOST_DIFFERING) return;
        if (excuse) return skip(excuse);
        writePicture(`${FOUND}/${file}.png`, PNG.sync.write(picture));
        writePicture(`${FOUND}/${file}-difference.png`, PNG.sync.write(difference));
        expect.fail(`${differing} pixels differ: see ${FOUND}/${file}.png and ${FOUND}/${file}-difference.png`);
      });
    }
  });

  async function take(theme: string, width: number, titles: readonly string[]): Promise<PNG> {
    const query = new URLSearchParams([...titles.map((title) => ['show', title]), ['theme', theme]]);
    // Higher than any group: nothing scrolls, and no scroll bar takes width.
    await page.setViewport({ width, height: 5000 });
    await page.goto(`${gallery.url}?kept&tall&${query}`);
    await page.waitForFunction(isDrawn, {}, titles.length);
    const exhibits = await page.$('.exhibits');
    if (!exhibits) throw new Error('The gallery shows no exhibits');
    return PNG.sync.read(Buffer.from(await exhibits.screenshot()));
  }
});

/** In the page: every exhibit stands there, in its fonts. */
async function isDrawn(least: number): Promise<boolean> {
  await document.fonts.ready;
  const hosts = [...document.querySelectorAll('.host')];
  return hosts.length >= least && hosts.every(({ shadowRoot }) => shadowRoot?.querySelector('h1, h2, .chip, .handle'));
}

const takenWith = (): Partial<Record<BrowserName, string>> => JSON.parse(readFileSync(TAKEN_WITH, 'utf8'));

/** Updates within a version mend faults, and change no look. */
const major = (version: string) => version.split('.')[0];
