import type { WaitingState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, UnitId, UserId } from '#contract/ground/ids';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { investigation } from '../../ground/schema/unit/investigations.ts';

export type InvestigationRecord = typeof investigation.$inferSelect;

export function toInvestigation(row: InvestigationRecord): InvestigationRow {
  return {
    id: row.id as InvestigationId,
    version: row.version,
    unitId: row.unitId as UnitId,
    number: row.number,
    openedOn: row.openedOn as CivilDate,
    proactive: row.origin === 'proactive',
    transferredIn: row.origin === 'transferred',
    lead: row.lead as UserId | null,
    waiting: row.waiting as WaitingState,
    waitingSince: row.waitingSince as CivilDate,
    waitingOn: row.waitingOn,
    concludedOn: row.concludedOn as CivilDate | null,
    transferredOn: row.transferredOn as CivilDate | null,
  };
}
