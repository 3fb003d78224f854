import { useStrings } from './strings';

/** The bar at the top of a sheet that a finger pulls; nowhere else to be seen. Its state is the sheet's affair. */
export function Grip() {
  const { t } = useStrings();
  return <button type="button" class="grip" aria-label={t('sheet.grip')} aria-expanded={false} />;
}
