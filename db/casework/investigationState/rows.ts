import type { InvestigationRow } from '#contract/casework/investigations';
import { pick } from '../../ground/kernel/pick.ts';
import type { investigation } from '../../ground/schema/unit/investigations.ts';

export type InvestigationRecord = typeof investigation.$inferSelect;

export function toInvestigation(
  row: InvestigationRecord,
): Omit<InvestigationRow, 'carried' | 'ownDate' | 'nextStep' | 'lastOn'> {
  return {
    ...pick(row, 'id', 'version', 'unitId', 'number', 'title', 'subject', 'openedOn'),
    proactive: row.origin === 'proactive',
    transferredIn: row.origin === 'transferred',
    ...pick(row, 'lead', 'waiting', 'waitingSince', 'waitingOn', 'concludedOn', 'transferredOn'),
  };
}
