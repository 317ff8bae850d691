import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import type { ShippedView } from '../../../lib/useListSetup.ts';

const urgentFirst = { column: 'urgent', descending: false } as const;
const longestFirst = { column: 'waitingSince', descending: false } as const;

/** What one asks for every day. */
export function useInvestigationViews(): readonly ShippedView[] {
  const t = useText();
  const { user } = useSession();
  const view = (key: string, name: string, filter: object, sort: typeof urgentFirst | typeof longestFirst) => ({
    key,
    name,
    query: { list: 'investigations' as const, filter: { openOnly: true, ...filter }, sort },
  });
  return [
    view('open', t('investigations:view.open'), {}, urgentFirst),
    view('unassigned', t('common:noLead'), { lead: 'nobody' }, urgentFirst),
    view('mine', t('common:ledByMe'), { lead: user.id }, urgentFirst),
    view('longest', t('investigations:view.longest'), {}, longestFirst),
  ];
}
