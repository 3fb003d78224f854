/** Notes in a margin, as a layout leaves them: whole, folded, lit, and on either side of the text. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Chip, ChipList } from '../../components/chip';
import { Sidenote } from '../../components/sidenote';
import type { Annotation } from '../../context/schema';
import { ANGLES } from '../../context/schema';
import { type Exhibit, tell } from './exhibit';
import { annotations, most } from './fixtures';

interface Standing {
  side?: 'left' | 'right';
  folded?: boolean;
  solid?: boolean;
  lit?: boolean;
  open?: boolean;
  read?: boolean;
}

/** Does what a page's layout does: shows the note, and gives it a side, a height and perhaps a ground. */
function Laid({
  annotation,
  side = 'right',
  folded = false,
  solid = false,
  lit = false,
  open = false,
  read = false,
}: Standing & { annotation: Annotation }) {
  const outer = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const sidenote = outer.current;
    if (!sidenote) return;
    sidenote.hidden = false;
    sidenote.dataset.side = side;
    sidenote.toggleAttribute('data-folded', folded);
    sidenote.toggleAttribute('data-solid', solid);
    sidenote.style.cssText = 'position: relative; inline-size: 100%';
    const headline = sidenote.querySelector('b')?.offsetHeight ?? 0;
    if (folded) sidenote.style.blockSize = `${headline + 8}px`;
  });
  const { note, number, anchor } = annotation;
  return (
    <li style={{ marginBlockEnd: '12px' }}>
      <span class="unseen">
        <Chip number={number} angle={note.angle} headline={null} exact={anchor.exact} open={open} read={read} />
      </span>
      <Sidenote
        annotation={annotation}
        open={open}
        lit={lit}
        read={read}
        onPress={tell(`sidenote ${number}`)}
        outerRef={outer}
      />
    </li>
  );
}

function margin(
  title: string,
  notes: readonly (Standing & { annotation: Annotation })[],
  width = 280,
  ground?: string,
): Exhibit {
  const style = {
    inlineSize: `${width}px`,
    maxInlineSize: '100%',
    ...(ground ? { background: ground, padding: '12px' } : {}),
  };
  return {
    title: `Margin: ${title}`,
    sheet: 'article',
    node: (
      <div style={{ boxSizing: 'border-box', ...(ground ? {} : { background: 'var(--ground)', padding: '12px' }) }}>
        <ChipList>
          <ol style={style}>
            {notes.map((note) => (
              <Laid key={note.annotation.number} {...note} />
            ))}
          </ol>
        </ChipList>
      </div>
    ),
  };
}

const six = ANGLES.flatMap((angle, index) => {
  const found = annotations.find(({ note }) => note.angle === angle);
  return found ? [{ annotation: { ...found, number: index + 1 } }] : [];
});
const longHeadline = most(annotations, ({ note }) => note.headline.length);
const longFigure = most(annotations, ({ note }) => note.keyFigure?.value.length ?? 0);
const longSource = most(annotations, ({ sources }) => sources[0]?.publisher.length ?? 0);

export const sidenoteExhibits: readonly Exhibit[] = [
  margin('six angles', six),
  margin(
    'folded, the third lit, the fifth open, the sixth read',
    six.map((one, index) => ({
      ...one,
      folded: index % 2 === 1,
      lit: index === 2,
      open: index === 4,
      read: index >= 4,
    })),
  ),
  margin(
    'left of the text',
    six.slice(0, 3).map((one, index) => ({ ...one, side: 'left', folded: index === 1 })),
  ),
  margin(
    'on a ground of another colour',
    six.slice(3).map((one) => ({ ...one, solid: true })),
    280,
    '#777',
  ),
  margin(
    'as narrow as can be: the longest headline, figure and source',
    [longHeadline, longFigure, longSource].map((annotation, index) => ({
      annotation: { ...annotation, number: index + 98 },
    })),
    204,
  ),
];
