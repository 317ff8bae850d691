import { useText } from '../../../i18n/text.ts';
import { newestFirst, ReferralDesk } from './ReferralDesk.tsx';
import { firstFilter } from './useReferralFilter.ts';

/** Every referral of the units, what is open first. */
export function ReferralsScreen() {
  const t = useText();
  return (
    <ReferralDesk
      desk="referrals"
      title={t('codes:paperSection.referrals')}
      firstFilter={firstFilter}
      firstSort={newestFirst}
    />
  );
}
