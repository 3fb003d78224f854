import { render } from 'preact';
import type { PopoverProps } from '../../components/popover';
import styles from '../../components/sidelight.css?inline';
import { ask, card, type Found } from '../../desk/messages';
import { layOutChips } from '../../page/chips';
import { hearGestures } from '../../page/gestures';
import { targetAt } from '../../page/hit-test';
import { type Overlay, openOverlay } from '../../page/overlay';
import places from '../../page/overlay.css?inline';
import { Paint } from '../../page/paint';
import { anchorPopover } from '../../page/placement';
import { type Theme, themeBehind, watchTheme } from '../../page/theme';
import { showOnTop } from '../../page/top-layer';
import type { Finding } from './finding';
import { MarginView } from './margin-view';
import { type Claim, firstMentions, isSame, type Name, type Target, targetsOf } from './targets';

interface Opened {
  target: Target;
  /** Opened by an act of the reader, so it stays until dismissed; otherwise it goes when the pointer leaves. */
  pinned: boolean;
  /** Aborts when something else is opened, or nothing. */
  life: AbortController;
}

interface MarginSettings {
  document: Document;
  finding: Finding;
  signal: AbortSignal;
  /** Asked before anything opens or returns: false where the extension has gone. */
  isAlive: () => boolean;
}

/** What Sidelight shows over one article: paint in the text, chips beside it, and what is open. */
export class Margin {
  finding: Finding;
  readonly #signal: AbortSignal;
  readonly #isAlive: () => boolean;
  readonly #paint: Paint;
  readonly #overlay: Overlay;
  #theme: Theme;
  #claims: Claim[] = [];
  #names: Name[] = [];
  #opened: Opened | null = null;
  #focused: Name | null = null;
  #place: HTMLElement | null = null;

  constructor({ document, finding, signal, isAlive }: MarginSettings) {
    this.finding = finding;
    this.#signal = signal;
    this.#isAlive = isAlive;
    this.#theme = themeBehind(finding.root);
    this.#paint = new Paint(signal);
    const mode = import.meta.env.MODE === 'test' ? 'open' : 'closed';
    this.#overlay = openOverlay(document, {
      css: styles + places,
      theme: this.#theme,
      mode,
      mayReturn: isAlive,
      signal,
    });
    signal.addEventListener('abort', () => this.#leave(), { once: true });
    watchTheme(
      () => this.finding.root,
      signal,
      (theme) => this.#wear(theme),
    );
    const gestures = {
      targetAt: (x: number, y: number) => targetAt<Target>([...this.#claims, ...this.#names], x, y),
      open: () => this.#opened && this.#place && { ...this.#opened, popover: this.#place.getBoundingClientRect() },
      onRest: (target: Target) => this.#open(target, false),
      onAway: () => this.#close(),
      onPress: (target: Target) => this.#open(target, true),
      onDismiss: () => this.#close(),
    };
    hearGestures<Target>(document, this.#overlay.host, gestures, signal);
    this.show(finding);
  }

  /** Shows another reading of the article; what is open stays so where it is still there. */
  show(finding: Finding): void {
    this.finding = finding;
    const opened = this.#opened;
    ({ claims: this.#claims, names: this.#names } = targetsOf(finding));
    const same = opened && [...this.#claims, ...this.#names].find((target) => isSame(target, opened.target));
    if (opened && same) opened.target = same;
    else if (opened) this.#close();
    this.#draw();
    this.layout();
  }

  /** Puts the chips where their claims are now. */
  layout(): void {
    layOutChips(this.#claims, this.#overlay.origin);
  }

  found(): Found {
    const notes = this.#claims.map(({ annotation: { number, note } }) => ({
      number,
      angle: note.angle,
      headline: note.headline,
    }));
    return { notes, cards: new Set(this.finding.answer.mentions.map((mention) => mention.card)).size };
  }

  /** Scrolls to the note of this number and opens it. */
  reveal(number: number): void {
    const claim = this.#claims.find(({ annotation }) => annotation.number === number);
    claim?.scrollIntoView();
    if (claim) this.#open(claim, true);
  }

  #open(target: Target, pinned: boolean): void {
    if (!this.#isAlive() || !target.box()) return;
    this.#opened?.life.abort();
    const life = new AbortController();
    const opened = { target, pinned, life };
    this.#opened = opened;
    this.#draw();
    const place = this.#place;
    if (!place) return;
    const signal = AbortSignal.any([this.#signal, life.signal]);
    const close = () => this.#close();
    showOnTop(place, signal, close);
    anchorPopover({
      popover: place,
      context: target.element(),
      claim: () => opened.target.box(),
      column: () => this.finding.root.getBoundingClientRect(),
      onGone: close,
      signal,
    });
    if (pinned && !this.#hasFocus()) place.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  #close(): void {
    const opened = this.#opened;
    if (!opened) return;
    const hadFocus = this.#hasFocus();
    opened.life.abort();
    this.#opened = null;
    this.#draw();
    if (hadFocus) this.#buttonOf(opened.target)?.focus({ preventScroll: true });
  }

  /** A press on a chip or a name's button: opens, pins what a hover had opened, or closes what is pinned. */
  #toggle(target: Target): void {
    const { target: open, pinned } = this.#opened ?? {};
    if (open && pinned && isSame(open, target)) this.#close();
    else this.#open(target, true);
  }

  #step(by: -1 | 1): void {
    const at = this.#claims.findIndex((claim) => claim === this.#opened?.target);
    const next = this.#claims[at + by];
    next?.scrollIntoView();
    if (next) this.#open(next, true);
  }

  /** Goes to the next mention of a card, and from the last to the first. */
  #goToMention(id: string): void {
    const mentions = this.#names.filter((name) => name.card === id);
    const at = mentions.findIndex((name) => name === this.#opened?.target);
    const next = mentions[(at + 1) % mentions.length];
    next?.scrollIntoView();
    if (next) this.#open(next, true);
  }

  #hasFocus(): boolean {
    const { activeElement } = this.#overlay.shadow;
    return activeElement !== null && this.#place?.contains(activeElement) === true;
  }

  #buttonOf(target: Target): HTMLElement | null {
    if (target.kind === 'claim') return target.button;
    return this.#names.find((name) => name.card === target.card)?.button ?? null;
  }

  #wear(theme: Theme): void {
    this.#theme = theme;
    this.#overlay.setTheme(theme);
    this.#draw();
  }

  #draw(): void {
    const { claims, names } = { claims: this.#claims, names: this.#names };
    const isOpen = (target: Target) => target === this.#opened?.target || target === this.#focused;
    const painted = [...names, ...claims].map((target) => ({
      range: target.range,
      as: target.kind === 'claim' ? target.annotation.note.angle : 'name',
      open: isOpen(target),
    }));
    this.#paint.draw(painted, this.#theme);
    render(
      <MarginView
        claims={claims}
        names={firstMentions(names)}
        opened={this.#opened?.target ?? null}
        popover={this.#popoverProps()}
        onPress={(target) => this.#toggle(target)}
        onNameFocus={(name) => this.#focusName(name)}
        placeRef={(place) => {
          this.#place = place;
        }}
      />,
      this.#overlay.root,
    );
  }

  #focusName(name: Name | null): void {
    this.#focused = name;
    name?.scrollIntoView();
    this.#draw();
  }

  #popoverProps(): PopoverProps | null {
    const target = this.#opened?.target;
    if (!target) return null;
    const { answer, article } = this.finding;
    return {
      opened:
        target.kind === 'claim' ? { kind: 'note', annotation: target.annotation } : { kind: 'card', id: target.card },
      total: this.#claims.length,
      published: article.published,
      cards: answer.cards,
      mentions: countMentions(this.#names),
      loadCard: loadCard,
      onStep: (by) => this.#step(by),
      onClose: () => this.#close(),
      onMention: (id) => this.#goToMention(id),
      onCopy: (text) => navigator.clipboard.writeText(text),
    };
  }

  #leave(): void {
    render(null, this.#overlay.root);
  }
}

async function loadCard(id: string) {
  const result = await ask(card, id);
  return result.ok ? result.value : null;
}

function countMentions(names: readonly Name[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name.card] = (counts[name.card] ?? 0) + 1;
  return counts;
}
