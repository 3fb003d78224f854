/** Every view in the states that are hardest to draw. */
import { useState } from 'preact/hooks';
import type { Opened } from '../../components/card-stack';
import { Chip, ChipList } from '../../components/chip';
import { Endnotes } from '../../components/endnotes';
import { Popover } from '../../components/popover';
import { type PopupState, PopupView } from '../../components/popup-view';
import type { Annotation, CardView } from '../../context/schema';
import { ANGLES } from '../../context/schema';
import { PUBLISHED } from './authored';
import { type Exhibit, tell } from './exhibit';
import { annotations, cards, most, noteWithSeries } from './fixtures';
import { optionExhibits } from './option-exhibits';
import { sidenoteExhibits } from './sidenote-exhibits';
import { trayExhibits } from './tray-exhibits';

const all = Object.values(cards);
const namedOften = most(all, ({ related }) => related.length);
/** How often cards are named in the gallery's article. */
const MENTIONS: Record<string, number> = { tsinghua: 3, 'us-china-sta': 1, [namedOften.id]: 17 };

/** Notes in the gallery's article. */
const TOTAL = 11;

function opened(
  of: Opened,
  published: string | null = PUBLISHED,
  onStep: (by: -1 | 1) => void = (by) => tell(`step ${by}`)(),
) {
  return (
    <Popover
      opened={of}
      total={TOTAL}
      published={published}
      cards={cards}
      mentions={MENTIONS}
      loadCard={async (id) => cards[id] ?? null}
      onStep={onStep}
      onClose={tell('close')}
      onMention={(id, number) => tell(`mention ${id} ${number}`)()}
      onCopy={(text) => tell(`copy ${text}`)()}
    />
  );
}

/** Steps through the first notes of the pack as a page would. */
function Stepping() {
  const [number, setNumber] = useState(1);
  const annotation = annotations[number - 1];
  if (!annotation) return null;
  const step = (by: -1 | 1) => setNumber(Math.min(TOTAL, Math.max(1, number + by)));
  return opened({ kind: 'note', annotation: { ...annotation, number } }, PUBLISHED, step);
}

function note(title: string, annotation: Annotation, published: string | null = PUBLISHED): Exhibit {
  const number = title.includes('the last') ? TOTAL : 2 + (annotation.number % (TOTAL - 2));
  return {
    title: `Note: ${title}`,
    sheet: 'article',
    node: opened({ kind: 'note', annotation: { ...annotation, number } }, published),
  };
}

function card(title: string, view: CardView): Exhibit {
  return {
    title: `Card: ${title}`,
    sheet: 'article',
    node: opened({ kind: 'card', id: view.id, ...((MENTIONS[view.id] ?? 0) > 1 && { mention: 2 }) }),
  };
}

function toolbar(
  title: string,
  state: PopupState,
  also: { on?: boolean; site?: string | null; siteOn?: boolean } = {},
) {
  const { on = true, site = 'www.example.news', siteOn = true } = also;
  const node = (
    <PopupView
      state={state}
      on={on}
      site={site}
      siteOn={siteOn}
      onToggle={(to) => tell(`on ${to}`)()}
      onToggleSite={(to) => tell(`site ${to}`)()}
      shortcut="Alt+Shift+L"
      onReveal={(number) => tell(`reveal ${number}`)()}
      onOptions={tell('options')}
      onTray={tell('tray')}
      onPanel={site === 'www.example.news' ? tell('panel') : null}
    />
  );
  return { title: `Toolbar: ${title}`, sheet: 'toolbar', node } as const satisfies Exhibit;
}

const updates = annotations.filter(({ note }) => note.angle === 'update');
const longest = most(annotations, ({ note, sources }) => note.body.length + note.headline.length + sources.length * 60);
const plain = annotations.filter(({ series, since, note }) => !note.keyFigure && series.length + since.length === 0);
const bare = most(plain, ({ note, sources }) => -sources.length * 100 - note.body.length);
const steps = most(annotations, ({ since }) => since.length);
const unlinked = most(annotations, ({ sources }) => sources.filter(({ url }) => !url).length);
const wideFigure = most(annotations, ({ note }) => note.keyFigure?.value.length ?? 0);
const entries = annotations.slice(0, 11).map(({ note }, index) => ({ number: index + 1, ...note }));

const twelve: Annotation = {
  ...steps,
  since: all
    .flatMap(({ timeline }) => timeline)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(-12),
};

const chips = (
  <div style={{ font: '18px/1.6 serif' }}>
    <ChipList>
      {ANGLES.map((angle, index) => (
        <span key={angle} style={{ marginInlineEnd: '14px' }}>
          a claim
          <Chip
            number={index * 3 + 1}
            angle={angle}
            headline="What the survey asked, and whom"
            exact="a claim"
            open={index === 1}
            read={index === 1 || index === 2}
            style={{ fontSize: `${9 + index}px`, verticalAlign: '6px', marginInlineStart: '2px' }}
          />
        </span>
      ))}
    </ChipList>
  </div>
);

export const exhibits: readonly Exhibit[] = [
  { title: 'Chips: six angles, 9 to 14 px, the second open, the third read', sheet: 'article', node: chips },
  ...sidenoteExhibits,
  {
    title: 'Paper: the notes after an article',
    sheet: 'article',
    node: <Endnotes annotations={[longest, bare, ...updates.slice(0, 2)]} />,
  },
  {
    title: 'Sheet: on a narrow screen',
    sheet: 'article',
    node: <div class="sheet">{opened({ kind: 'note', annotation: { ...longest, number: 4 } })}</div>,
  },
  { title: 'Note: one that steps', sheet: 'article', node: <Stepping /> },
  note('lines with a gap, and the article’s year', noteWithSeries('chinese-students-us')),
  note(
    'an update, the last of its article',
    most(updates, ({ since, note }) => since.length * 100 + (note.keyFigure ? 1 : 0)),
  ),
  note('two scales, two pictures', noteWithSeries('departures-chinese-descent')),
  note('a single line', noteWithSeries('pew-china-unfavourable')),
  note('six lines', noteWithSeries('gerd-ppp')),
  note('bars below zero, two to a row', noteWithSeries('fy2026-science-budgets')),
  note('bars with long labels', noteWithSeries('aasf-survey')),
  note('bars in groups', noteWithSeries('ai-talent-shares')),
  note('periods for years', noteWithSeries('nistep-top1-share')),
  note('the most text', { ...longest, stale: true }),
  note(
    'two series',
    most(annotations, ({ series }) => series.length),
  ),
  note('a wide key figure', wideFigure),
  note('the least', { ...bare, note: { ...bare.note, cards: [] }, reasons: [] }),
  note('twelve steps', twelve),
  note('no date, past its review', { ...steps, stale: true }, null),
  note('sources without addresses', unlinked),
  { ...note('from right to left', noteWithSeries('entity-list-by-administration')), language: 'ar' },
  card('a Chinese name', cards.tsinghua ?? most(all, ({ zh }) => zh?.length ?? 0)),
  card(
    'the most',
    most(all, (one) => one.summary.length + one.timeline.length * 80 + one.facts.length * 60),
  ),
  card('the most relations, named 17 times', namedOften),
  card(
    'the longest name',
    most(all, ({ name }) => name.length),
  ),
  card(
    'the least',
    most(all, (one) => -(one.facts.length + one.timeline.length + one.related.length) * 300 - one.summary.length),
  ),
  toolbar('found', { kind: 'found', notes: entries, cards: 9 }),
  toolbar(
    'one note, a long name',
    { kind: 'found', notes: entries.slice(0, 1), cards: 0 },
    { site: 'a-very-long-subdomain.of-a-newspaper.example.co.uk' },
  ),
  toolbar('off the subject', { kind: 'off-subject' }),
  toolbar('paused here', { kind: 'paused' }, { siteOn: false }),
  toolbar('paused everywhere', { kind: 'paused' }, { on: false }),
  toolbar('barred', { kind: 'barred' }, { site: null }),
  toolbar('looking', { kind: 'looking' }),
  ...optionExhibits,
  ...trayExhibits,
];
