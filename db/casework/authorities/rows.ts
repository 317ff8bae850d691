import type { AuthorityFacts } from '#contract/casework/authorities';
import type { DatedRecord } from '../clocks/record.ts';
import { pick } from '../../ground/kernel/pick.ts';
import type { authority } from '../../ground/schema/unit/authorities.ts';

export type AuthorityRecord = typeof authority.$inferSelect;

export function toFacts(row: AuthorityRecord): AuthorityFacts {
  return {
    ...pick(row, 'startedOn', 'reference', 'heldBy', 'concerning', 'servedOn', 'dueOn', 'doneOn', 'endedOn'),
    ...pick(row, 'endReason', 'personId', 'place'),
  };
}

export function toDated(row: AuthorityRecord): DatedRecord {
  const { startedOn, dueOn, doneOn, endedOn, endReason } = toFacts(row);
  const { deductedDays } = row;
  return { kind: row.kind, variant: row.variant, startedOn, dueOn, doneOn, endedOn, endReason, deductedDays };
}
