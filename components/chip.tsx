import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import type { Angle } from '../context/schema';
import { directionOf, useStrings } from './strings';
import { ANGLE_WORDS } from './words';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement>;

export interface ChipProps extends ButtonProps {
  number: number;
  angle: Angle;
  /** What describes it; null where that stands beside it. */
  headline: string | null;
  /** The words of the article that the note hangs on. */
  exact: string;
  open: boolean;
  /** Its note has been opened. */
  read: boolean;
}

/** The number beside a claim: a real button, named by number, claim and angle. Styles and handlers pass through. */
export function Chip({ number, angle, headline, exact, open, read, ...button }: ChipProps) {
  const { t } = useStrings();
  return (
    <button
      type="button"
      class="chip"
      data-angle={angle}
      data-open={open}
      data-read={read}
      aria-label={t('chip.name', [number, exact, t(ANGLE_WORDS[angle])])}
      aria-description={[headline, read && t('tray.read')].filter(Boolean).join(', ') || undefined}
      aria-expanded={open}
      aria-haspopup="dialog"
      {...button}
    >
      {number}
    </button>
  );
}

/** The landmark that holds an article's chips, for those who go through a page by its landmarks. */
export function ChipList({ children }: { children: ComponentChildren }) {
  const { t, language } = useStrings();
  return (
    <section class="chips" aria-label={t('chip.list')} lang={language} dir={directionOf(language)}>
      {children}
    </section>
  );
}
