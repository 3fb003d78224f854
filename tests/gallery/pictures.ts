/** The kept pictures: reading, comparing and keeping them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { indexedPng } from './indexed-png';

/**
 * How far apart two colours may be, in OKLab, where black and white are 1 apart. What a picture loses when it is kept
 * with a palette is at most 0.055; a letter that is smoothed otherwise, or stands half a pixel aside, is beyond 0.1.
 */
const THRESHOLD = 0.06;

export function readPicture(path: string): PNG | null {
  return existsSync(path) ? PNG.sync.read(readFileSync(path)) : null;
}

export function writePicture(path: string, png: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, png);
}

export function keepPicture(path: string, picture: PNG): void {
  writePicture(path, indexedPng(picture));
}

/** How many pixels of two pictures differ, and a picture that shows them in red. What one has alone differs. */
export function compare(one: PNG, other: PNG): { differing: number; difference: PNG } {
  const width = Math.max(one.width, other.width);
  const height = Math.max(one.height, other.height);
  const difference = new PNG({ width, height });
  const [a, b] = [extended(one, width, height).data, extended(other, width, height).data];
  const options = { threshold: THRESHOLD, includeAA: true };
  return { differing: pixelmatch(a, b, difference.data, width, height, options), difference };
}

/** On a transparent ground, which no picture has. */
function extended(picture: PNG, width: number, height: number): PNG {
  const larger = new PNG({ width, height });
  PNG.bitblt(picture, larger, 0, 0, picture.width, picture.height, 0, 0);
  return larger;
}
