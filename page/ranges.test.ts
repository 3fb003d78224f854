import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { Block } from './blocks';
import { isFootnoteMarker } from './furniture';
import { outlineOf } from './outline';
import { type Point, pointsIn } from './ranges';
import { cutSentences } from './sentences';

/** Every run of text as a block, without asking whether it belongs to a story. */
function blocksIn(html: string): Block[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const { boxes, runs } = outlineOf(document.body);
  return runs.flatMap(({ box, content: { text, pieces } }) => {
    const element = boxes[box]?.element;
    return element ? [{ element, kind: 'paragraph' as const, text, pieces }] : [];
  });
}

/** The text nodes and line breaks below a node that a reader sees. */
function leavesOf(node: Node): Node[] {
  if (node.nodeType === 3 || node.nodeName === 'BR') return [node];
  if (node.nodeName === 'SCRIPT' || (node.nodeName === 'SUP' && isFootnoteMarker(node as Element))) return [];
  return [...node.childNodes].flatMap(leavesOf);
}

/** What a reader sees between two points: what a browser's range reads, without footnote markers. */
function seenBetween(block: Block, start: Point, end: Point): string {
  const leaves = leavesOf(block.element);
  const between = leaves.slice(leaves.indexOf(start.node), leaves.indexOf(end.node) + 1).map((leaf) => {
    const from = leaf === start.node ? start.offset : 0;
    return leaf.nodeName === 'BR' ? ' ' : (leaf as Text).data.slice(from, leaf === end.node ? end.offset : undefined);
  });
  return between
    .join('')
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

const text = fc.stringMatching(/^[ab \n\u00a0\u00ad\u200b.,中]{1,12}$/);
const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(
      '<br>',
      '<sup>3</sup>',
      '<sup><a href="#n1">[12]</a></sup>',
      '<wbr>',
      '<script>x</script>',
      '<!-- no -->',
    ),
    fc
      .tuple(fc.constantFrom('a', 'em', 'span', 'strong'), fc.array(tie('inline'), { maxLength: 4 }))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
  ),
}));
const markup = fc.array(inline, { maxLength: 12 }).map((parts) => `<p>${parts.join('')}</p>`);

it('maps every stretch of any block to the nodes that show it', () => {
  fc.assert(
    fc.property(markup, fc.nat(), fc.nat(), (html, one, other) => {
      for (const block of blocksIn(html)) {
        const [start = 0, end = 0] = [one, other].map((n) => n % (block.text.length + 1)).sort((a, b) => a - b);
        const expected = block.text.slice(start, end);
        const points = pointsIn(block, start, end);
        if (points) expect(seenBetween(block, points.start, points.end)).toBe(expected.trim());
        else expect(expected.trim()).toBe('');
      }
    }),
    { numRuns: 500 },
  );
});

it('gives every sentence as it stands in its block', () => {
  fc.assert(
    fc.property(markup, (html) => {
      const blocks = blocksIn(html);
      for (const { text, block, start } of cutSentences(blocks, 'en')) {
        expect(blocks[block]?.text.slice(start, start + text.length)).toBe(text);
      }
    }),
    { numRuns: 300 },
  );
});

function onlyBlock(html: string): Block {
  const [block, ...others] = blocksIn(html);
  if (!block || others.length > 0) throw new Error(`Not one block: ${html}`);
  return block;
}

it('crosses links and emphasis', () => {
  const block = onlyBlock('<p>The <a href="/a">science <em>and</em></a> technology agreement</p>');
  const start = block.text.indexOf('science and technology');
  const points = pointsIn(block, start, start + 'science and technology'.length);
  expect([points?.start.node.data, points?.start.offset]).toEqual(['science ', 0]);
  expect([points?.end.node.data, points?.end.offset]).toEqual([' technology agreement', 11]);
});

it('ends before a footnote marker and goes on after it', () => {
  const block = onlyBlock('<p>forcing thousands<sup>1</sup> of scientists</p>');
  expect(block.text).toBe('forcing thousands of scientists');
  expect(pointsIn(block, 8, 17)?.end.node.data).toBe('forcing thousands');
  expect(pointsIn(block, 17, 20)?.start.node.data).toBe(' of scientists');
});

it.each([
  ['an empty stretch', 3, 3],
  ['a stretch past the end', 0, 99],
  ['a stretch before the start', -1, 4],
  ['a stretch turned round', 4, 2],
  ['no number at all', Number.NaN, 4],
])('gives nothing for %s', (_, start, end) => {
  expect(pointsIn(onlyBlock('<p>Some text</p>'), start, end)).toBeNull();
});

it('gives nothing where the page has changed the text', () => {
  const block = onlyBlock('<p>Ten thousand <b>scientists</b> left</p>');
  const node = block.pieces[1]?.node;
  if (node) node.data = 'engineers';
  expect(pointsIn(block, 13, 23)).toBeNull();
  expect(pointsIn(block, 0, 12)).not.toBeNull();
});

it('gives nothing where the page has taken the nodes away', () => {
  const block = onlyBlock('<p>Ten thousand scientists</p>');
  block.element.remove();
  expect(pointsIn(block, 0, 12)).toBeNull();
});
