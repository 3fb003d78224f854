import { Handle, type HandleProps } from '../../components/handle';
import { keepInCorner } from '../../page/corner';

interface CornerHandleSettings {
  /** The text's column. */
  column: () => DOMRect;
  signal: AbortSignal;
}

/** The handle in the corner, out of the text's way, until the reader puts it away: for this page alone. */
export class CornerHandle {
  readonly #settings: CornerHandleSettings;
  #isAway = false;
  #element: HTMLElement | null = null;
  #lookAtCorner = () => {};

  constructor(settings: CornerHandleSettings) {
    this.#settings = settings;
  }

  get isAway(): boolean {
    return this.#isAway;
  }

  putAway(): void {
    this.#isAway = true;
  }

  layout(): void {
    this.#lookAtCorner();
  }

  focus(): void {
    this.#element?.querySelector('button')?.focus({ preventScroll: true });
  }

  view(handle: HandleProps) {
    return (
      !this.#isAway && (
        <div class="corner" ref={this.#take}>
          <Handle {...handle} />
        </div>
      )
    );
  }

  readonly #take = (element: HTMLElement | null): void => {
    this.#element = element;
    if (element) this.#lookAtCorner = keepInCorner({ element, ...this.#settings });
  };
}
