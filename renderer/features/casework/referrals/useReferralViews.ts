import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import type { ShippedView } from '../../../lib/useListSetup.ts';

const sort = { column: 'inbox', descending: false } as const;

/** What one asks for every day. */
export function useReferralViews(): readonly ShippedView[] {
  const t = useText();
  const { user } = useSession();
  const view = (key: string, name: string, filter: object) => ({
    key,
    name,
    query: { list: 'referrals' as const, filter: { openOnly: true, ...filter }, sort },
  });
  return [
    view('open', t('referrals:view.open'), {}),
    view('unassigned', t('referrals:filter.nobody'), { assignedTo: 'nobody' }),
    view('mine', t('referrals:filter.me'), { assignedTo: user.id }),
  ];
}
