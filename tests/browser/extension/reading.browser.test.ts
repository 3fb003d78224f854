import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, pause, until } from '../launch';
import {
  ARTICLE,
  firstClaim,
  openText,
  painted,
  pointOn,
  restOn,
  untilClosed,
  untilOpen,
  untilStill,
} from './article-page';
import { chip, HOST, overlay } from './overlay';
import { sessionIn } from './session';

describe.each(BROWSERS)('reading in %s', (name) => {
  const session = sessionIn(name, { '/': ARTICLE });
  let page: Page;

  beforeEach(async () => {
    page = await session.openArticle();
  });

  const focused = () =>
    page.evaluate((host) => document.querySelector(host)?.shadowRoot?.activeElement?.ariaLabel ?? null, HOST);

  test('each note has a painted claim and a chip that names number, claim and angle', async () => {
    const all = Object.entries(await painted(page));
    const claims = all.filter(([kind]) => kind !== 'sidelight-name').flatMap(([, texts]) => texts);
    const labels = await overlay(page).all('.chip', (chips) => chips.map((button) => button.ariaLabel ?? ''));
    expect(claims.length).toBe(labels.length);
    labels.forEach((label, index) => {
      const [, number, claim] = /^Note (\d+): (.+), \S+/.exec(label) ?? [];
      expect(Number(number)).toBe(index + 1);
      expect(claims.map((text) => text.replace(/\s+/g, ' '))).toContain(claim);
    });
  });

  test('a chip stands at the end of its claim', async () => {
    const gaps = await page.evaluate((host) => {
      const ends = [...CSS.highlights.entries()]
        .filter(([kind]) => kind !== 'sidelight-name')
        .flatMap(([, ranges]) => [...ranges].map((range) => [...(range as Range).getClientRects()].at(-1)));
      const chips = [...(document.querySelector(host)?.shadowRoot?.querySelectorAll('.chip') ?? [])];
      return chips.map((button) => {
        const { left, bottom } = button.getBoundingClientRect();
        return Math.min(...ends.map((end) => (end ? Math.hypot(left - end.right, bottom - end.top) : 1e9)));
      });
    }, HOST);
    expect(Math.max(...gaps)).toBeLessThan(14);
  });

  test('a pointer that rests on a claim opens its note, which stays while the pointer goes over to it', async () => {
    await restOn(page, await pointOn(page, await firstClaim(page)));
    await untilOpen(page);
    const box = await overlay(page).box('.place');
    await page.mouse.move(box.x + 40, box.y + 40, { steps: 12 });
    await pause(600);
    expect(await openText(page)).not.toBeNull();
  });

  test('the note closes when the pointer has left claim and note', async () => {
    await restOn(page, await pointOn(page, await firstClaim(page)));
    await untilOpen(page);
    await page.mouse.move(3, 3);
    await untilClosed(page);
  });

  test('a pointer that only passes over a claim opens nothing', async () => {
    const { x, y } = await pointOn(page, await firstClaim(page));
    await page.mouse.move(x, y - 100);
    await page.mouse.move(x, y);
    await page.mouse.move(x, y + 150);
    await pause(700);
    expect(await openText(page)).toBeNull();
  });

  test('a hover moves neither focus nor selection', async () => {
    const state = () =>
      page.evaluate(() => [document.activeElement?.localName, getSelection()?.rangeCount, getSelection()?.isCollapsed]);
    const before = await state();
    await restOn(page, await pointOn(page, await firstClaim(page)));
    await untilOpen(page);
    expect(await state()).toEqual(before);
  });

  test('Enter on a chip opens its note and moves focus in; Escape closes it and gives focus back', async () => {
    await overlay(page).focus(chip(2));
    const label = await focused();
    await page.keyboard.press('Enter');
    await untilOpen(page);
    const inside = await overlay(page).first('.place', (place) =>
      place.contains((place.getRootNode() as ShadowRoot).activeElement),
    );
    expect(inside).toBe(true);
    await page.keyboard.press('Escape');
    await untilClosed(page);
    expect(await focused()).toBe(label);
  });

  test('a click on a claim opens its note, which stays when the pointer leaves', async () => {
    const { x, y } = await pointOn(page, await firstClaim(page));
    await page.mouse.click(x, y);
    await untilOpen(page);
    await page.mouse.move(3, 3);
    await pause(600);
    expect(await openText(page)).not.toBeNull();
  });

  test('a click elsewhere closes the note', async () => {
    await overlay(page).click(chip(1));
    await untilOpen(page);
    await page.mouse.click(4, 4);
    await untilClosed(page);
  });

  test('a second press on its chip closes the note', async () => {
    await overlay(page).focus(chip(1));
    await page.keyboard.press('Enter');
    await untilOpen(page);
    await overlay(page).focus(chip(1));
    await page.keyboard.press('Enter');
    await untilClosed(page);
  });

  test('the open claim is painted as open, and as before when it closes', async () => {
    const before = await painted(page);
    const claim = await firstClaim(page);
    await page.mouse.click(...(Object.values(await pointOn(page, claim)) as [number, number]));
    await untilOpen(page);
    expect((await painted(page))[`${claim}-open`]).toHaveLength(1);
    await page.keyboard.press('Escape');
    await untilClosed(page);
    expect(await painted(page)).toEqual(before);
  });

  test('the note covers no part of its claim', async () => {
    const claim = await firstClaim(page);
    await page.mouse.click(...(Object.values(await pointOn(page, claim)) as [number, number]));
    await untilOpen(page);
    await untilStill(page, '.place');
    const box = await overlay(page).box('.place');
    const lines = await page.evaluate(
      (kind) =>
        [...((CSS.highlights.get(kind) && [...(CSS.highlights.get(kind) ?? [])][0]) as Range).getClientRects()].map(
          (rect) => rect.toJSON(),
        ),
      `${claim}-open`,
    );
    for (const line of lines) {
      const apart =
        line.right <= box.x || line.left >= box.x + box.width || line.bottom <= box.y || line.top >= box.y + box.height;
      expect(apart).toBe(true);
    }
  });

  test('a name opens its card', async () => {
    await restOn(page, await pointOn(page, 'sidelight-name'));
    await untilOpen(page);
    expect(await overlay(page).has('.place .view.card')).toBe(true);
  });

  test('the keyboard finds each card that the text names, once', async () => {
    const labels = await overlay(page).all('.names button', (buttons) => buttons.map((button) => button.textContent));
    expect(labels.length).toBeGreaterThan(0);
    expect(new Set(labels).size).toBe(labels.length);
    await overlay(page).focus('.names button');
    await page.keyboard.press('Enter');
    expect(await untilOpen(page)).toContain(labels[0]);
  });

  test('a card leads to each mention of its name in the article, in order', async () => {
    await overlay(page).focus('.names button');
    await page.keyboard.press('Enter');
    await untilOpen(page);
    const total = await overlay(page).count('.mention');
    for (let number = 1; number <= total; number += 1) {
      await overlay(page).all('.mention', (dots, at) => dots[at]?.click(), number - 1);
      await until(`mention ${number}`, async () => {
        const [position] = await overlay(page).texts('.mentions .position');
        return position === `${number} of ${total}`;
      });
      const [opened] = (await painted(page))['sidelight-name-open'] ?? [];
      expect(opened).toBeTruthy();
    }
    expect(total).toBeGreaterThan(0);
  });

  test('stepping goes to the next note', async () => {
    await overlay(page).focus(chip(1));
    await page.keyboard.press('Enter');
    await untilOpen(page);
    await page.keyboard.press('ArrowRight');
    await until('the second note', async () => (await openText(page))?.includes('2 of '));
  });

  test('text that is being selected opens nothing', async () => {
    const { x, y } = await pointOn(page, await firstClaim(page));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 10 });
    await pause(500);
    await page.mouse.up();
    await pause(200);
    expect(await openText(page)).toBeNull();
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
  });

  test('keys pressed in an open note don’t reach the page', async () => {
    await page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => {
        document.title += ` (${key})`;
      });
    });
    await overlay(page).focus(chip(1));
    await page.keyboard.press('Enter');
    await untilOpen(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    await untilClosed(page);
    expect(await page.title()).not.toMatch(/\(\w+\)/);
  });
});
