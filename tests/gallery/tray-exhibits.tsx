/** The tray, its handle and the side panel in their states. */
import { Handle } from '../../components/handle';
import { PanelView } from '../../components/panel-view';
import { TrayView, type TrayViewProps } from '../../components/tray-view';
import type { Anchor, Annotation, Answer } from '../../context/schema';
import { PUBLISHED } from './authored';
import { type Exhibit, tell } from './exhibit';
import { annotations, cards } from './fixtures';

const anchors = (...texts: string[]): Anchor[] =>
  texts.map((exact, sentence) => ({ sentence, start: 0, end: exact.length, exact }));

/** Notes from all over the pack, so that all angles are there. */
function some(count: number): Annotation[] {
  const apart = Math.floor(annotations.length / count);
  return annotations
    .filter((_, index) => index % apart === 0)
    .slice(0, count)
    .map((one, index) => ({ ...one, number: index + 1 }));
}

function answerOf(notes: Annotation[], more: Annotation[], named: string[]): Answer {
  return {
    subject: { matched: true, score: 1, reasons: [] },
    annotations: notes,
    mentions: named.flatMap((card, sentence) =>
      anchors(card).map((anchor) => ({ card, anchor: { ...anchor, sentence } })),
    ),
    more,
    stated: {
      dates: anchors('31 January 1979', 'November 2018', '2021'),
      numbers: anchors('nearly 20,000 scientists', '72 percent of researchers', 'four in ten Chinese researchers'),
    },
    cards,
  };
}

const full = answerOf(some(11), annotations.slice(3, 8), Object.keys(cards).slice(0, 9));

function tray(title: string, change: Partial<TrayViewProps> = {}): Exhibit {
  return { title: `Tray: ${title}`, sheet: 'article', node: <TrayView {...propsOf(change)} /> };
}

function propsOf(change: Partial<TrayViewProps>): TrayViewProps {
  return {
    answer: full,
    published: PUBLISHED,
    language: 'en',
    read: new Set(),
    open: null,
    shortcut: 'Alt+Shift+L',
    loadCard: async (id) => cards[id] ?? null,
    onPlace: (place) => tell(`place ${JSON.stringify(place)}`)(),
    onCopy: (text) => tell(`copy ${text}`)(),
    onClose: tell('close'),
    onPanel: tell('panel'),
    onHideHandle: tell('hide'),
    first: null,
    ...change,
  };
}

const [first, second, third] = full.annotations;

export const trayExhibits: readonly Exhibit[] = [
  {
    title: 'Handle',
    sheet: 'article',
    node: (
      <div style={{ display: 'flex' }}>
        <Handle notes={12} open={false} onPress={tell('tray')} onHide={tell('hide')} />
      </div>
    ),
  },
  tray('eleven notes'),
  tray('two read, the third open, no keys', {
    read: new Set([first?.note.id ?? '', second?.note.id ?? '']),
    open: third?.note.id ?? null,
    shortcut: '',
    onPanel: null,
  }),
  tray('one note, no date, nothing more', {
    answer: { ...answerOf(some(1), [], []), stated: { dates: [], numbers: [] } },
    published: null,
    onHideHandle: null,
  }),
  tray('a note without a passage', { first: full.more[0]?.note.id ?? null }),
  tray('cards alone', { answer: answerOf([], annotations.slice(0, 1), Object.keys(cards).slice(0, 2)) }),
  { ...tray('from right to left'), language: 'ar' },
  {
    title: 'Panel: an article',
    sheet: 'panel',
    node: <PanelView on state={{ kind: 'article', key: 'one', contents: propsOf({}) }} />,
  },
  { title: 'Panel: off the subject', sheet: 'panel', node: <PanelView on state={{ kind: 'off-subject' }} /> },
  { title: 'Panel: off', sheet: 'panel', node: <PanelView on={false} state={{ kind: 'paused' }} /> },
  { title: 'Panel: looking', sheet: 'panel', node: <PanelView on state={{ kind: 'looking' }} /> },
];
