import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import type { ShippedView } from '../../../lib/useListSetup.ts';
import type { DueFilter } from './DueFilters.tsx';

/** What one asks for every day. */
export function useDueViews(): readonly ShippedView[] {
  const t = useText();
  const { user } = useSession();
  const view = (key: string, name: string, filter: DueFilter) => ({
    key,
    name,
    query: { list: 'due' as const, filter },
  });
  return [
    view('all', t('due:shipped.all'), {}),
    view('overdue', t('codes:urgency.overdue'), { urgency: 'overdue' }),
    view('mine', t('due:shipped.mine'), { lead: user.id }),
    view('unassigned', t('due:nobody'), { lead: 'nobody' }),
  ];
}
