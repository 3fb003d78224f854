import type { ComponentChildren, RefObject } from 'preact';
import { Grip } from './grip';
import { directionOf, useStrings } from './strings';

interface SurfaceProps {
  root: RefObject<HTMLElement | null>;
  /** A class besides its own. */
  kind?: string;
  /** The id of its heading. */
  titleId: string;
  /** Something of it is still being fetched. */
  busy: boolean;
  onClose(): void;
  /** Keys other than Escape. */
  onKey?(event: KeyboardEvent): void;
  children: ComponentChildren;
}

/** What opens over a page: a dialog that leaves the page usable, and closes by Escape. */
export function Surface({ root, kind, titleId, busy, onClose, onKey, children }: SurfaceProps) {
  const { language } = useStrings();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return onKey?.(event);
    event.stopPropagation();
    onClose();
  };
  return (
    <section
      ref={root}
      class={kind ? `surface ${kind}` : 'surface'}
      role="dialog"
      aria-labelledby={titleId}
      aria-busy={busy}
      lang={language}
      dir={directionOf(language)}
      onKeyDown={onKeyDown}
    >
      <Grip />
      {children}
    </section>
  );
}
