import { render } from 'preact';
import styles from '../../components/sidelight.css?inline';
import type { Place } from '../../context/schema';
import { isInWindow, layOutChips } from '../../page/chips';
import { hearGestures } from '../../page/gestures';
import { targetAt, targetNear } from '../../page/hit-test';
import { type Overlay, openOverlay } from '../../page/overlay';
import places from '../../page/overlay.css?inline';
import { FORCED_COLOURS, Paint } from '../../page/paint';
import { Sidenotes, type Use } from '../../page/sidenotes';
import { breathe } from '../../page/steps';
import { type Theme, themeBehind, watchTheme } from '../../page/theme';
import { Underlines } from '../../page/underlines';
import type { Finding } from './finding';
import { MarginView } from './margin-view';
import { Opening } from './opening';
import { putOnPaper } from './paper';
import { Pointing } from './pointing';
import { popoverProps } from './popover-props';
import { type Claim, firstMentions, isSame, type Name, paintedOf, type Target, targetsOf } from './targets';
import { Tray } from './tray';

interface MarginSettings {
  document: Document;
  finding: Finding;
  /** Which margins sidenotes stand in. */
  use: Use;
  signal: AbortSignal;
  /** Asked before anything opens or returns: false where the extension has gone. */
  isAlive: () => boolean;
}

/** Each is some dozen elements. */
const DRAWN_IN_A_STEP = 12;

/** What Sidelight shows over one article: paint in the text, chips beside it, and what is open. */
export class Margin {
  finding: Finding;
  readonly #signal: AbortSignal;
  readonly #isAlive: () => boolean;
  readonly #paint: Paint;
  readonly #overlay: Overlay;
  readonly #underlines: Underlines;
  readonly #sidenotes: Sidenotes;
  #use: Use;
  readonly tray: Tray;
  #theme: Theme;
  #claims: Claim[] = [];
  /** How many claims have sidenotes drawn, where there are any. */
  #drawn = 0;
  #names: Name[] = [];
  #opening: Opening | null = null;
  /** What the keyboard or, in the margin, the pointer has come to. */
  #lit: Target | null = null;
  readonly #pointing: Pointing;
  #place: HTMLElement | null = null;

  constructor({ document, finding, use, signal, isAlive }: MarginSettings) {
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
    this.#pointing = new Pointing(() => this.#draw(), signal);
    this.#underlines = new Underlines(this.#overlay);
    this.#use = use;
    this.#sidenotes = new Sidenotes({
      origin: this.#overlay.origin,
      theme: () => this.#theme,
      onMeasured: () => this.layout(),
      signal,
    });
    this.tray = new Tray({
      shadow: this.#overlay.shadow,
      finding: () => this.finding,
      onPlace: (place) => this.reveal(place),
      onChange: () => this.#draw(),
      signal,
    });
    signal.addEventListener('abort', () => render(null, this.#overlay.root), { once: true });
    watchTheme(
      () => this.finding.root,
      signal,
      (theme) => this.#wear(theme),
    );
    const onColours = () => {
      this.#draw();
      this.layout();
    };
    matchMedia(FORCED_COLOURS).addEventListener('change', onColours, { signal });
    const gestures = {
      targetAt: (x: number, y: number) => targetAt(this.#all(), x, y),
      targetNear: (x: number, y: number) => targetNear(this.#all(), x, y),
      open: () => {
        const opening = this.#opening;
        return opening && { target: opening.target, pinned: opening.pinned, popover: opening.box() };
      },
      onRest: (target: Target) => this.#open(target, false),
      onAway: () => this.#close(),
      onPress: (target: Target) => this.#open(target, true),
      onDismiss: () => this.#close(),
      onStep: (by: -1 | 1) => this.#step(by),
    };
    hearGestures<Target>(document, this.#overlay.host, gestures, signal);
    putOnPaper({ overlay: this.#overlay, finding: () => this.finding, layout: () => this.layout(), signal });
    this.show(finding);
  }

  /** Shows another reading of the article; what is open stays so where it is still there. */
  show(finding: Finding): void {
    this.finding = finding;
    ({ claims: this.#claims, names: this.#names } = targetsOf(finding));
    const opening = this.#opening;
    const survivor = opening && this.#all().find((target) => isSame(target, opening.target));
    const lit = this.#lit;
    this.#lit = lit && (this.#all().find((target) => isSame(target, lit)) ?? null);
    if (survivor?.box()) this.#open(survivor, opening?.pinned === true, false);
    else this.#close();
    this.#draw();
    requestAnimationFrame(() => this.layout());
    void this.#drawSidenotes();
  }

  /** A few at a time, so that no task of the page's gets long; once drawn, they are drawn with all else. */
  async #drawSidenotes(): Promise<void> {
    while (this.#use !== 'popovers' && this.#drawn < this.#claims.length) {
      await breathe();
      if (this.#signal.aborted) return;
      this.#drawn += DRAWN_IN_A_STEP;
      this.#draw();
      if (this.#drawn >= this.#claims.length) requestAnimationFrame(() => this.layout());
    }
  }

  /** Puts chips and sidenotes where their claims are now. */
  layout(): void {
    layOutChips(this.#claims, this.#overlay);
    this.#underlines.layout(this.#all());
    if (this.#sidenotes.layout(this.#claims, this.#use)) this.#draw();
    this.tray.layout();
  }

  /** The page has scrolled: looks only at what may lie under its bars now, since all else has moved along. */
  scrolled(): void {
    layOutChips(this.#claims.filter(isInWindow), this.#overlay);
    this.#underlines.layout(this.#all());
    this.#sidenotes.clip();
  }

  /** From now on, sidenotes stand in these margins. */
  setUse(use: Use): void {
    if (use === this.#use || this.#signal.aborted) return;
    this.#use = use;
    this.#draw();
    this.layout();
    void this.#drawSidenotes();
  }

  /** Scrolls to a place of the article and opens what stands there; words alone are painted for a while. */
  reveal(place: Place): void {
    if ('note' in place) this.#goTo(this.#claims.find(({ annotation }) => annotation.number === place.note));
    else if ('card' in place) this.#goToMention(place.card, place.mention);
    else if ('more' in place) this.tray.openAt(place.more);
    else this.#point(this.finding.rangeOf(place.anchor));
  }

  #open(target: Target, pinned: boolean, takesFocus = pinned): void {
    if (!this.#isAlive() || !target.box()) return;
    this.#opening?.end();
    if (target.kind === 'claim') this.tray.read.add(target.annotation.note.id);
    const opening = new Opening(target, pinned);
    this.#opening = opening;
    this.#draw();
    if (!this.#place) return;
    opening.settle({
      place: this.#place,
      column: () => this.tray.column(),
      signal: this.#signal,
      onGone: () => this.#close(),
    });
    if (takesFocus) opening.takeFocus();
  }

  #close(): void {
    const opening = this.#opening;
    if (!opening) return;
    const hadFocus = opening.hasFocus();
    opening.end();
    this.#opening = null;
    this.#draw();
    if (!hadFocus) return;
    const lit = this.#lit;
    this.#buttonOf(opening.target)?.focus({ preventScroll: true });
    // Focus that is only given back points at nothing.
    this.#light(lit);
  }

  /** A press on a chip or a name's button: opens, pins what a hover had opened, or closes what is pinned. */
  #toggle(target: Target): void {
    const opening = this.#opening;
    if (opening?.pinned && isSame(opening.target, target)) this.#close();
    else this.#open(target, true);
  }

  #step(by: -1 | 1): void {
    const at = this.#claims.findIndex(this.#isOpen);
    if (at >= 0) this.#goTo(this.#claims[at + by]);
  }

  #goTo(target: Target | undefined): void {
    target?.scrollIntoView();
    if (target) this.#open(target, true);
  }

  #goToMention(card: string, number: number): void {
    this.#goTo(this.#names.find((name) => name.card === card && name.place === number));
  }

  #point(range: Range | null): void {
    this.#close();
    if (range) this.#pointing.at(range);
  }

  #all(): Target[] {
    return [...this.#claims, ...this.#names.filter((name) => !name.inClaim || this.#isOpen(name))];
  }

  readonly #isOpen = (target: Target) => target === this.#opening?.target;

  #buttonOf(target: Target): HTMLElement | null {
    if (target.kind === 'claim') return this.tray.entry(target.annotation.number) ?? target.button;
    return firstMentions(this.#names).find((name) => name.card === target.card)?.button ?? null;
  }

  #wear(theme: Theme): void {
    this.#theme = theme;
    this.#overlay.setTheme(theme);
    this.#draw();
  }

  #draw(): void {
    const opened = this.#opening?.target ?? null;
    const painted = paintedOf(this.#all(), [opened, this.#lit]);
    this.#paint.draw([...painted, ...this.#pointing.painted], this.#theme);
    const acts = {
      onStep: (by: -1 | 1) => this.#step(by),
      onClose: () => this.#close(),
      onMention: (id: string, number: number) => this.#goToMention(id, number),
    };
    const note = opened?.kind === 'claim' ? opened.annotation.note.id : null;
    render(
      <MarginView
        claims={this.#claims}
        names={firstMentions(this.#names)}
        opened={opened}
        lit={this.#lit}
        read={this.tray.read}
        sidenotes={this.#use === 'popovers' ? 0 : this.#drawn}
        {...this.tray.view(note)}
        popover={opened && popoverProps(opened, this.finding, acts)}
        onPress={(target) => this.#toggle(target)}
        onLight={(claim) => this.#light(claim)}
        onNameFocus={(name) => this.#focusName(name)}
        placeRef={(place) => {
          this.#place = place;
        }}
      />,
      this.#overlay.root,
    );
  }

  #focusName(name: Name | null): void {
    name?.scrollIntoView();
    this.#light(name);
  }

  #light(target: Target | null): void {
    if (target === this.#lit) return;
    this.#lit = target;
    this.#draw();
  }
}
