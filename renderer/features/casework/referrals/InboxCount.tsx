import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { MenuBadge } from '../../../ui/MenuBadge.tsx';
import { useIncoming } from './useIncoming.ts';

/** The store stops counting there. */
const cap = 10_000;

/** Beside the menu entry: how many referrals, and files that are offered, wait for the user. Late ones are shown by the tone and in words. */
export function InboxCount() {
  const t = useText();
  const { data } = useRead('referrals.waiting', {});
  const incoming = useIncoming().length;
  const count = (data?.mine ?? 0) + (data?.unassigned ?? 0) + incoming;
  if (data === undefined || count === 0) return null;
  return (
    <MenuBadge
      count={count >= cap ? t('lists:atLeast', { value: cap }) : count}
      tone={data.overdue > 0 ? 'overdue' : 'neutral'}
      title={[
        t('triage:inbox.summary', { ...data }),
        ...(incoming > 0 ? [t('fileWork:transfers.incoming', { count: incoming })] : []),
      ].join(' ')}
      meaning={t('triage:inbox.attention', { count: data.overdue })}
    />
  );
}
