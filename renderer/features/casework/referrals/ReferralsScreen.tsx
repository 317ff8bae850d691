import { useText } from '../../../i18n/text.ts';
import { urgentFirst } from './orders.ts';
import { ReferralDesk } from './ReferralDesk.tsx';
import { firstFilter } from './useReferralFilter.ts';

/** Every referral of the units: first what is open, danger first. */
export function ReferralsScreen() {
  const t = useText();
  return (
    <ReferralDesk
      desk="referrals"
      title={t('codes:paperSection.referrals')}
      firstFilter={firstFilter}
      firstSort={urgentFirst}
    />
  );
}
