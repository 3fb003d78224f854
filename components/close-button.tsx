import { Icon } from './icon';
import { useStrings } from './strings';

export function CloseButton({ onClose }: { onClose(): void }) {
  const { t } = useStrings();
  return (
    <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}>
      <Icon name="cross" size={16} />
    </button>
  );
}
