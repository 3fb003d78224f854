import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ANGLES } from '../context/schema';

type Colour = [number, number, number];

const css = readFileSync('components/tokens.css', 'utf8');
const [usual = ''] = css.split('@media');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function token(name: string, theme: Theme): Colour {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(usual);
  const hex = pair?.[theme === 'light' ? 1 : 2];
  if (!hex) throw new Error(`tokens.css has no --${name} in two colours`);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour;
}

const mix = (colour: Colour, share: number, ground: Colour) =>
  colour.map((part, at) => part * share + (ground[at] ?? 0) * (1 - share)) as Colour;

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio as WCAG defines it, 1 to 21. */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const TEXT = ['ink', 'ink-2', 'accent', ...ANGLES];
const GROUNDS = ['ground', 'raised', 'sunk'];

for (const theme of THEMES) {
  it.each(TEXT)(`text in --%s stands at 7:1 or more on every ground, ${theme}`, (name) => {
    for (const ground of GROUNDS) {
      expect(contrast(token(name, theme), token(ground, theme)), ground).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(ANGLES)(
    `a %s chip's number stands at 7:1 or more on its wash, and on its hue when open, ${theme}`,
    (angle) => {
      const hue = token(angle, theme);
      const ground = token('ground', theme);
      expect(contrast(hue, mix(hue, 0.1, ground))).toBeGreaterThanOrEqual(7);
      expect(contrast(ground, hue)).toBeGreaterThanOrEqual(7);
    },
  );

  it(`marks stand at 3:1 or more on a surface, ${theme}`, () => {
    expect(contrast(token('mark', theme), token('raised', theme))).toBeGreaterThanOrEqual(3);
  });
}
