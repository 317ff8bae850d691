import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useGo } from '../../../lib/useGo.ts';

/** C opens the quick entry from any screen. */
export function LogReferralKey() {
  const t = useText();
  const go = useGo();
  useScreenKeys([
    {
      keys: 'C',
      label: t('referrals:log.button'),
      run: go('/referrals/log'),
    },
  ]);
  return null;
}
