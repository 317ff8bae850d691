import { useNewDay } from '../../../lib/useNewDay.ts';
import { useRead } from '../../../bridge/queries.ts';
import { CountBadge } from '../../../ui/CountBadge.tsx';

export function ReportCount() {
  useNewDay('funding');
  return <CountBadge counts={useRead('reports.counts', {}).data} />;
}
