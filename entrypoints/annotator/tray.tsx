import { TrayView } from '../../components/tray-view';
import type { Place } from '../../context/schema';
import { ask } from '../../desk/page-end';
import { copyText } from '../../page/clipboard';
import { SHEET_BELOW } from '../../page/placement';
import { pullSheet } from '../../page/sheet';
import { showOnTop } from '../../page/top-layer';
import { CornerHandle } from './corner-handle';
import type { Finding } from './finding';

interface TraySettings {
  /** The overlay's. */
  shadow: ShadowRoot;
  finding: () => Finding;
  /** Goes to a place of the article and opens what stands there. */
  onPlace: (place: Place) => void;
  /** Something to be drawn has changed. */
  onChange: () => void;
  signal: AbortSignal;
}

/** The handle in the corner and the list that it opens: what of it is open, read and put away, for this page alone. */
export class Tray {
  /** Ids of the notes that the reader has opened. */
  readonly read = new Set<string>();
  readonly #settings: TraySettings;
  #life: AbortController | null = null;
  readonly #handle: CornerHandle;
  #place: HTMLElement | null = null;
  /** What had the focus when it opened. */
  #before: HTMLElement | null = null;
  /** The number of the note that was chosen last. */
  #chosen: number | null = null;
  /** The note without a passage that it was opened at. */
  #first: string | null = null;
  #shortcut = '';

  constructor(settings: TraySettings) {
    this.#settings = settings;
    const { finding, signal } = settings;
    this.#handle = new CornerHandle({ column: () => finding().root.getBoundingClientRect(), signal });
    signal.addEventListener('abort', () => this.#life?.abort(), { once: true });
  }

  get isOpen(): boolean {
    return this.#life !== null;
  }

  /** Opens it, or closes it. */
  toggle(): void {
    if (this.isOpen) this.close();
    else this.#open(null);
  }

  /** Opens it at a note without a passage, by its id. */
  openAt(more: string): void {
    this.close();
    this.#open(more);
  }

  /** Closes it, and gives the focus back where it was inside. */
  close(): void {
    if (!this.#life) return;
    const hadFocus = this.#hasFocus();
    this.#life.abort();
    this.#life = null;
    this.#settings.onChange();
    if (!hadFocus) return;
    if (this.#before) this.#before.focus({ preventScroll: true });
    else this.#handle.focus();
  }

  /** The text's column as a popover has to see it: with the tray open, nothing goes to the left of it. */
  column(): DOMRect {
    const { left, top, width, height, right } = this.#settings.finding().root.getBoundingClientRect();
    return this.isOpen ? new DOMRect(0, top, right, height) : new DOMRect(left, top, width, height);
  }

  /** Where focus returns from the note of this number: its entry, where it was chosen there and the list is still open. */
  entry(number: number): HTMLElement | null {
    if (number !== this.#chosen) return null;
    return this.#place?.querySelector<HTMLElement>(`[data-note="${number}"]`) ?? null;
  }

  layout(): void {
    this.#handle.layout();
  }

  /** @param open the id of the note that is open beside the text */
  view(open: string | null) {
    return {
      handle: this.#handle.view({
        notes: this.#settings.finding().claims.length,
        open: this.isOpen,
        onPress: () => this.toggle(),
        onHide: () => this.#hideHandle(),
      }),
      tray: this.isOpen && (
        <div
          class="tray-place"
          popover="manual"
          ref={(place) => {
            this.#place = place;
          }}
        >
          {this.#list(open)}
        </div>
      ),
    };
  }

  #list(open: string | null) {
    const { answer, article } = this.#settings.finding();
    return (
      <TrayView
        answer={answer}
        published={article.published}
        language={article.language}
        read={this.read}
        open={open}
        shortcut={this.#shortcut}
        loadCard={async (id) => {
          const result = await ask('card', id);
          return result.ok ? result.value : null;
        }}
        onPlace={(place) => this.#goTo(place)}
        onCopy={copyText}
        first={this.#first}
        onClose={() => this.close()}
        // Firefox opens its sidebar by an act in the extension's own pages alone.
        onPanel={import.meta.env.FIREFOX ? null : () => void ask('panel', null)}
        onHideHandle={this.#handle.isAway ? null : () => this.#hideHandle()}
      />
    );
  }

  #open(first: string | null): void {
    this.#first = first;
    const life = new AbortController();
    const { shadow, onChange } = this.#settings;
    const active = shadow.activeElement ?? document.activeElement;
    this.#before = active instanceof HTMLElement && active !== document.body ? active : null;
    this.#life = life;
    onChange();
    if (!this.#place) return;
    this.#settle(this.#place, life.signal);
    this.#place.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    window.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal: life.signal });
    document.addEventListener('pointerdown', (event) => this.#onPress(event), { capture: true, signal: life.signal });
    void this.#learnShortcut();
  }

  #settle(place: HTMLElement, signal: AbortSignal): void {
    const onDismiss = () => this.close();
    const narrow = matchMedia(`(width < ${SHEET_BELOW}px)`);
    const wear = () => place.classList.toggle('sheet', narrow.matches);
    wear();
    narrow.addEventListener('change', wear, { signal });
    showOnTop(place, signal, onDismiss);
    pullSheet({ sheet: place, onDismiss, signal });
  }

  async #learnShortcut(): Promise<void> {
    const result = await ask('shortcut', null);
    if (!result.ok || result.value === this.#shortcut) return;
    this.#shortcut = result.value;
    if (this.isOpen) this.#settings.onChange();
  }

  /** Where it covers the text, it makes room for what was chosen; a sheet always does. */
  #goTo(place: Place): void {
    if (this.#coversText()) {
      this.#before = null;
      this.close();
    }
    this.#chosen = 'note' in place ? place.note : null;
    this.#settings.onPlace(place);
  }

  #coversText(): boolean {
    const box = this.#place?.getBoundingClientRect();
    return box !== undefined && box.right > this.#settings.finding().root.getBoundingClientRect().left;
  }

  #onKey(event: KeyboardEvent): void {
    // A note that is open closes first: its own listener was there before this one, and lets nothing pass.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopImmediatePropagation();
    this.close();
  }

  #onPress(event: Event): void {
    if (!event.composedPath().includes(this.#settings.shadow.host) && this.#coversText()) this.close();
  }

  #hideHandle(): void {
    this.#handle.putAway();
    this.#settings.onChange();
    // The button that did it has gone, too.
    this.#place?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  #hasFocus(): boolean {
    const focused = this.#settings.shadow.activeElement;
    return focused !== null && this.#place?.contains(focused) === true;
  }
}
