import type { Angle } from '../context/schema';
import { AngleLabel } from './angle-label';
import { ANGLE_ICONS } from './icon';
import { useStrings } from './strings';

/** The schema's own list would bring Zod into pages. */
const ANGLES = Object.keys(ANGLE_ICONS) as Angle[];

interface AngleFilterProps {
  /** The angles of the notes there are. */
  present: ReadonlySet<Angle>;
  hidden: ReadonlySet<Angle>;
  onHide(hidden: ReadonlySet<Angle>): void;
}

/** A toggle for each angle that the notes take; nothing where they all take one. */
export function AngleFilter({ present, hidden, onHide }: AngleFilterProps) {
  const { t } = useStrings();
  if (present.size < 2) return null;
  const toggle = (angle: Angle) => {
    const others = new Set(hidden);
    if (!others.delete(angle)) others.add(angle);
    onHide(others);
  };
  return (
    <fieldset class="filter">
      <legend class="unseen">{t('tray.filter')}</legend>
      {ANGLES.filter((angle) => present.has(angle)).map((angle) => (
        <button
          key={angle}
          type="button"
          data-angle={angle}
          aria-pressed={!hidden.has(angle)}
          onClick={() => toggle(angle)}
        >
          <AngleLabel angle={angle} />
        </button>
      ))}
    </fieldset>
  );
}
