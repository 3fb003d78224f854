import type { Block } from './article';
import { type Piece, withPlainSpaces } from './block-text';

/** A boundary point as DOM ranges have them. */
export interface Point {
  readonly node: Text;
  readonly offset: number;
}

/**
 * The live range of `[start, end)` in a block's text; null where it is empty or out of bounds, where nodes have left
 * the document, or where they no longer hold that text.
 */
export function rangeIn(block: Block, start: number, end: number): Range | null {
  const points = pointsIn(block, start, end);
  if (!points) return null;
  const range = block.element.ownerDocument.createRange();
  range.setStart(points.start.node, points.start.offset);
  range.setEnd(points.end.node, points.end.offset);
  return range;
}

/** The boundary points of `[start, end)` in a block's text, on the same terms as `rangeIn`. */
export function pointsIn(block: Block, start: number, end: number): { start: Point; end: Point } | null {
  if (!(start >= 0 && start < end && end <= block.text.length)) return null;
  const { pieces } = block;
  let first: Point | null = null;
  let last: Point | null = null;
  for (let at = firstPieceAfter(pieces, start); at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece || piece.offset >= end) break;
    const from = piece.start + Math.max(0, start - piece.offset);
    const to = Math.min(piece.end, piece.start + end - piece.offset);
    if (!stillHolds(block, piece, from, to)) return null;
    first ??= { node: piece.node, offset: from };
    last = { node: piece.node, offset: to };
  }
  return first && last ? { start: first, end: last } : null;
}

function stillHolds(block: Block, piece: Piece, from: number, to: number): boolean {
  if (!piece.node.isConnected) return false;
  const offset = piece.offset + from - piece.start;
  return withPlainSpaces(piece.node.data.slice(from, to)) === block.text.slice(offset, offset + to - from);
}

/** The index of the first piece that ends after an offset in the text. Pieces are in order; bisect. */
function firstPieceAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && piece.offset + piece.end - piece.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
