import type { AuthorityFacts } from '#contract/casework/authorities';
import type { CivilDate } from '#contract/ground/dates';
import type { DatedRecord } from '../clocks/record.ts';
import type { authority } from '../../ground/schema/unit/authorities.ts';

export type AuthorityRecord = typeof authority.$inferSelect;

export function toFacts(row: AuthorityRecord): AuthorityFacts {
  return {
    startedOn: row.startedOn as CivilDate,
    reference: row.reference,
    heldBy: row.heldBy,
    concerning: row.concerning,
    servedOn: row.servedOn as CivilDate | null,
    dueOn: row.dueOn as CivilDate | null,
    doneOn: row.doneOn as CivilDate | null,
    endedOn: row.endedOn as CivilDate | null,
    endReason: row.endReason,
  };
}

export function toDated(row: AuthorityRecord): DatedRecord {
  const { startedOn, dueOn, doneOn, endedOn, endReason } = toFacts(row);
  const { deductedDays } = row;
  return { kind: row.kind, variant: row.variant, startedOn, dueOn, doneOn, endedOn, endReason, deductedDays };
}
