import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Article } from '../context/schema';

type Respond = (response: unknown) => void;
type Listener = (message: unknown, sender: { id: string }, respond: Respond) => unknown;

const OURS = { id: 'sidelight' };
const listeners = new Set<Listener>();

/** As a browser delivers messages: as copies, to every listener, the first of which that says so answers later. */
async function deliver(message: unknown, sender = OURS): Promise<unknown> {
  return new Promise((resolve) => {
    const answering = [...listeners].filter((listener) => listener(copy(message), sender, (it) => resolve(copy(it))));
    if (answering.length === 0) resolve(undefined);
  });
}

const copy = (value: unknown) => value && JSON.parse(JSON.stringify(value));

vi.stubGlobal('chrome', {
  runtime: {
    ...OURS,
    sendMessage: deliver,
    onMessage: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  },
  tabs: { sendMessage: (_tab: number, message: unknown) => deliver(message) },
});

const own = await import('./own-end');
const page = await import('./page-end');

const ARTICLE: Article = { title: 'A title', published: null, language: 'en', sentences: [] };
const ANSWER: Answer = {
  subject: { matched: false, score: 0, reasons: [] },
  annotations: [],
  mentions: [],
  more: [],
  stated: { dates: [], numbers: [] },
  cards: {},
};

beforeEach(() => {
  listeners.clear();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** What comes of asking, all tries done. */
async function outcome<Value>(asking: Promise<Value>): Promise<Value> {
  await vi.runAllTimersAsync();
  return asking;
}

describe('a question of a page', () => {
  test('is answered by the background', async () => {
    own.onAsked('annotate', () => ANSWER);
    expect(await outcome(page.ask('annotate', ARTICLE))).toEqual({ ok: true, value: ANSWER });
  });

  test('of another shape never reaches the background’s answer', async () => {
    const answer = vi.fn(() => ANSWER);
    own.onAsked('annotate', answer);
    const result = await deliver({ kind: 'annotate', question: { ...ARTICLE, sentences: 'none' } });
    expect(result).toMatchObject({ ok: false });
    expect(answer).not.toHaveBeenCalled();
  });

  test('is asked again where nobody answers, and then comes to nothing', async () => {
    expect(await outcome(page.ask('shortcut', null))).toMatchObject({ ok: false });
    const asking = page.ask('shortcut', null);
    own.onAsked('shortcut', () => 'Alt+Shift+L');
    expect(await outcome(asking)).toEqual({ ok: true, value: 'Alt+Shift+L' });
  });

  test('has no answer where the background’s fails', async () => {
    own.onAsked('card', () => Promise.reject(new Error('the pack can’t be read')));
    expect(await outcome(page.ask('card', 'nsf'))).toEqual({
      ok: false,
      error: 'the pack can’t be read',
    });
  });

  test.each([undefined, 'garbage', {}, { ok: true }, { ok: true, value: { ...ANSWER, annotations: {} } }])(
    'has no answer in %j',
    async (response) => {
      listeners.add((_message, _sender, respond) => {
        respond(response);
        return true;
      });
      expect(await outcome(page.ask('annotate', ARTICLE))).toMatchObject({ ok: false });
    },
  );

  test('gets what its answer’s shape names, and no more', async () => {
    own.onAsked('annotate', () => ({ ...ANSWER, working: [1, 2, 3] }));
    expect(await outcome(page.ask('annotate', ARTICLE))).toEqual({ ok: true, value: ANSWER });
  });
});

describe('a question to a page', () => {
  test('is answered', async () => {
    page.onAsked('found', () => ({ notes: [], cards: 2 }));
    expect(await own.askTab('found', null, 1)).toEqual({ ok: true, value: { notes: [], cards: 2 } });
  });

  test('has no answer where the page says something else', async () => {
    listeners.add((_message, _sender, respond) => {
      respond({ ok: true, value: { notes: 'many', cards: 2 } });
      return true;
    });
    expect(await own.askTab('found', null, 1)).toMatchObject({ ok: false });
  });

  test('that goes nowhere in particular is refused', async () => {
    const answer = vi.fn();
    page.onAsked('reveal', answer);
    expect(await deliver({ kind: 'reveal', question: 'somewhere' })).toMatchObject({ ok: false });
    expect(answer).not.toHaveBeenCalled();
  });

  test('has no answer any more once the page has left', async () => {
    const stop = page.onAsked('found', () => ({ notes: [], cards: 2 }));
    stop();
    expect(await own.askTab('found', null, 1)).toMatchObject({ ok: false });
  });
});

describe('a message', () => {
  test('from another extension has no answer', async () => {
    own.onAsked('shortcut', () => 'Alt+Shift+L');
    expect(await deliver({ kind: 'shortcut', question: null }, { id: 'another' })).toBeUndefined();
  });

  test.each([null, 'spotted', {}, { kind: 'unheard of' }])('as %j has no answer', async (message) => {
    own.onAsked('spotted', () => {});
    expect(await deliver(message)).toBeUndefined();
  });
});
