/** Pictures with a palette, half as large as without: pngjs reads such files and doesn't write them. */
import { crc32, deflateSync } from 'node:zlib';
import type { PNG } from 'pngjs';

const COLOURS = 256;
/** How far apart the levels of a channel are to which colours are rounded. */
const STEP = 16;
/** So many of the commonest colours, which are those of grounds, lines and shadows, stay as they are if there is room. */
const EXACT = [64, 48, 32, 16, 0];

/** Writes a picture that has no transparency. */
export function indexedPng({ width, height, data }: PNG): Buffer {
  const colours = Array.from({ length: width * height }, (_, pixel) => data.readUIntBE(pixel * 4, 3));
  const reduce = reductionOf(colours);
  const palette = [...new Set(reduce.values())];
  const indexes = new Map([...reduce].map(([colour, reduced]) => [colour, palette.indexOf(reduced)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [pixel, colour] of colours.entries()) {
    // Each row begins with the number of its filter, which is none.
    rows[pixel + Math.floor(pixel / width) + 1] = indexes.get(colour) ?? 0;
  }
  // Eight bits for a pixel, which is an index (3).
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** From each colour to the one that stands for it. */
function reductionOf(colours: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const common = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  for (const exact of EXACT) {
    const reduced = new Map(common.map((colour, rank) => [colour, rank < exact ? colour : rounded(colour)]));
    if (new Set(reduced.values()).size <= COLOURS) return reduced;
  }
  throw new Error(`${common.length} colours are too many for a palette`);
}

const rounded = (colour: number): number =>
  channels(colour).reduce((whole, value) => (whole << 8) | Math.min(255, Math.round(value / STEP) * STEP), 0);

const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
