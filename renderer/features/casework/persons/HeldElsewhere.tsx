import type { HeldElsewhere as Held } from '#contract/casework/referrals';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';

/** The other units that hold the same, each with why it is thought so: their files stay with them. */
export function HeldElsewhere({ elsewhere }: { readonly elsewhere: readonly Held[] }) {
  const t = useText();
  const names = useNames();
  return elsewhere.map(({ unitId, reasons }) => (
    <p key={unitId}>
      {t('referrals:elsewhere.holds', { unit: names.unitCode(unitId) })}{' '}
      <strong>{reasons.map((reason) => t(`codes:sharedReason.${reason}`)).join(', ')}</strong>
      {'. '}
      {t('referrals:elsewhere.notShown')}
    </p>
  ));
}
