import { useLocation } from 'wouter';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';

/** C opens the quick entry from any screen. */
export function LogReferralKey() {
  const t = useText();
  const [, navigate] = useLocation();
  useScreenKeys([
    {
      keys: 'C',
      label: t('referrals:log.button'),
      run: () => {
        navigate('/referrals/log');
      },
    },
  ]);
  return null;
}
