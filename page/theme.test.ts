import { expect, test } from 'vitest';
import { lightness } from './theme';

const isDark = (colour: string) => (lightness(colour)?.value ?? Number.NaN) < 0.5;

test.each([
  ['rgb(255, 255, 255)', false],
  ['rgb(253, 249, 238)', false],
  ['rgb(255 255 0)', false],
  ['rgb(21, 23, 26)', true],
  ['rgb(0, 0, 255)', true],
  ['color(srgb 0.95 0.95 0.9)', false],
  ['color(display-p3 0.1 0.1 0.12)', true],
  ['oklch(0.97 0.01 80)', false],
  ['oklab(0.2 0.01 -0.02)', true],
  ['lab(96 0 3)', false],
  ['lch(12 4 250)', true],
])('%s is dark: %s', (colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});

test.each([
  ['rgba(0, 0, 0, 0)', 0],
  ['rgba(255, 255, 255, 0.4)', 0.4],
  ['rgb(255 255 255 / 0.4)', 0.4],
  ['color(srgb 1 1 1 / 0.25)', 0.25],
  ['oklch(0.5 0.1 20 / 0.7)', 0.7],
  ['rgb(1, 2, 3)', 1],
])('%s is opaque by %d', (colour, alpha) => {
  expect(lightness(colour)?.alpha).toBe(alpha);
});

test('a form that no browser computes has no lightness', () => {
  expect(lightness('transparent')).toBeNull();
  expect(lightness('url(#a)')).toBeNull();
});
