import type { ReferralSource, ReferralState, RescoreReason, RiskBand } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { ReferralId, UnitId, UserId } from '#contract/ground/ids';
import type { ReferralRow } from '#contract/casework/referrals';
import { never, type referral } from '../../ground/schema/unit/referrals.ts';

type Row = typeof referral.$inferSelect;

export function toReferral(row: Row): ReferralRow {
  return {
    id: row.id as ReferralId,
    version: row.version,
    unitId: row.unitId as UnitId,
    number: row.number,
    source: row.source as ReferralSource,
    receivedOn: row.receivedOn as CivilDate,
    externalNumber: row.externalNumber,
    priorityReceived: row.priorityReceived,
    riskBand: row.riskBand as RiskBand | null,
    summary: row.summary,
    state: row.state as ReferralState,
    stateOn: row.stateOn as CivilDate,
    assignedTo: row.assignedTo as UserId | null,
    due: row.dueAt === never ? null : { at: row.dueAt, what: row.dueAt === row.actionDueAt ? 'action' : 'decision' },
    rescore: row.rescoreSince === null ? null : { since: row.rescoreSince, reason: row.rescoreReason as RescoreReason },
  };
}

export function toDuplicate(row: Row) {
  const { id, number, unitId, receivedOn, source, state } = toReferral(row);
  return { id, number, unitId, receivedOn, source, state };
}
