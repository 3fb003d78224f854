import { Icon } from './icon';
import { Logo } from './logo';
import { useStrings } from './strings';

export interface HandleProps {
  notes: number;
  /** Whether what it opens is open. */
  open: boolean;
  onPress(): void;
  onHide(): void;
}

/**
 * The quiet badge in the corner that opens the tray. One stop for the keyboard, where Delete takes it away; the cross is
 * for pointers.
 */
export function Handle({ notes, open, onPress, onHide }: HandleProps) {
  const { t } = useStrings();
  const label = notes > 0 ? t('menu.found', notes) : t('tray.title');
  return (
    <div class="handle">
      <button
        type="button"
        class="handle-open"
        aria-label={`${label}: ${t('tray.open')}`}
        aria-expanded={open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Delete"
        onClick={onPress}
        onKeyDown={({ key }) => key === 'Delete' && onHide()}
      >
        <Logo size={16} />
        <span class="handle-label">{label}</span>
      </button>
      <button type="button" class="handle-hide" tabIndex={-1} aria-label={t('tray.hide')} onClick={onHide}>
        <Icon name="cross" size={12} />
      </button>
    </div>
  );
}
