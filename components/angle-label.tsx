import type { Angle } from '../context/schema';
import { ANGLE_ICONS, Icon } from './icon';
import { useStrings } from './strings';
import { ANGLE_WORDS } from './words';

/** Icon and word say the angle; the hue only repeats it. */
export function AngleLabel({ angle }: { angle: Angle }) {
  const { t } = useStrings();
  return (
    <span class="angle">
      <Icon name={ANGLE_ICONS[angle]} />
      {t(ANGLE_WORDS[angle])}
    </span>
  );
}
