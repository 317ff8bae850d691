import type { RescoreReason } from '#contract/ground/codes';
import type { ReferralRow } from '#contract/casework/referrals';
import { pick } from '../../ground/kernel/pick.ts';
import { never, type referral } from '../../ground/schema/unit/referrals.ts';

type Row = typeof referral.$inferSelect;

export function toReferral(row: Row): ReferralRow {
  return {
    ...pick(row, 'id', 'version', 'unitId', 'number', 'source', 'receivedOn', 'externalNumber', 'priorityReceived'),
    ...pick(row, 'riskBand', 'summary', 'state', 'stateOn', 'assignedTo', 'dangerSince'),
    due: row.dueAt === never ? null : { at: row.dueAt, what: row.dueAt === row.actionDueAt ? 'action' : 'decision' },
    rescore: row.rescoreSince === null ? null : { since: row.rescoreSince, reason: row.rescoreReason as RescoreReason },
  };
}

export function toDuplicate(row: Row) {
  const { id, number, unitId, receivedOn, source, state } = toReferral(row);
  return { id, number, unitId, receivedOn, source, state };
}
