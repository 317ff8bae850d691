import { useNewDay } from '../../../bridge/newDay.ts';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { CountBadge } from '../../../ui/CountBadge.tsx';

/** Of one's own files, or of all for a supervisor. */
export function DueCount() {
  const { roles, user } = useSession();
  useNewDay('authorities');
  const { data } = useRead('due.counts', { filter: roles.includes('supervisor') ? {} : { lead: user.id } });
  return <CountBadge counts={data} />;
}
