import { useNewDay } from '../../../lib/useNewDay.ts';
import { useRead } from '../../../bridge/queries.ts';
import { CountBadge } from '../../../ui/CountBadge.tsx';
import { useFirstDueFilter } from './useDueFilter.ts';

/** Of one's own files, or of all for a supervisor. */
export function DueCount() {
  useNewDay('authorities');
  useNewDay('leave');
  const { data } = useRead('due.counts', { filter: useFirstDueFilter() });
  return <CountBadge counts={data} />;
}
