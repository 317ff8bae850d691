import type { RescoreReason } from '#contract/ground/codes';
import type { CivilDate, DatePrecision, UncertainDay } from '#contract/ground/dates';
import type { ReferralRow } from '#contract/casework/referrals';
import { pick } from '../../ground/kernel/pick.ts';
import { never, type referral } from '../../ground/schema/unit/referrals.ts';

/** What two columns say of a day that is not known; null where it is. */
export function uncertainOf(latest: CivilDate | null, precision: DatePrecision | null): UncertainDay {
  return latest === null || precision === null ? null : { latest, precision };
}

type Row = typeof referral.$inferSelect;

export function toReferral(row: Row): ReferralRow {
  return {
    ...pick(row, 'id', 'version', 'unitId', 'number', 'source', 'receivedOn', 'externalNumber', 'priorityReceived'),
    stateUncertain: uncertainOf(row.stateOnLatest, row.stateOnPrecision),
    ...pick(row, 'riskBand', 'summary', 'state', 'stateOn', 'assignedTo', 'officerNamed', 'dangerSince'),
    due: row.dueAt === never ? null : { at: row.dueAt, what: row.dueAt === row.actionDueAt ? 'action' : 'decision' },
    rescore: row.rescoreSince === null ? null : { since: row.rescoreSince, reason: row.rescoreReason as RescoreReason },
  };
}
