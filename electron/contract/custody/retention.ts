import { z } from 'zod';
import { byFile } from '../ground/access.ts';
import { clockUrgency } from '../casework/clocks.ts';
import { freeText, line, nothing, total } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { caseFile, unitId } from '../ground/ids.ts';

/**
 * Files as a service's own schedule divides them. An investigation is in one of the four outcomes; where a youth is arrested or accused it is
 * in `youth` as well. `referral`: a referral that went into no file. `any`: all of them.
 */
export const retentionClass = z.enum(['any', 'convicted', 'charged', 'unfounded', 'not_charged', 'youth', 'referral']);
export type RetentionClass = z.infer<typeof retentionClass>;

/** A service's own rule and no law: years after the conclusion. Of several that match a file, the longest holds. */
export const retentionRule = z.object({
  class: retentionClass,
  /** A code of the catalogue of offences; null: whatever the offence. */
  offence: line(40).nullable(),
  validFrom: civilDate,
  /** Null: no rule any more from that day on. */
  years: z.int().min(1).max(150).nullable(),
});

/** When a concluded file has been kept long enough; null while it is open, and where no rule speaks of it. */
export const retentionDate = z.object({ on: civilDate, class: retentionClass, years: z.int() });
export type RetentionDate = z.infer<typeof retentionDate>;

export const retentionRow = z.object({
  file: caseFile,
  number: z.string(),
  unitId,
  concludedOn: civilDate,
  keptUntil: retentionDate,
  daysLeft: z.int(),
  urgency: clockUrgency,
  isHeld: z.boolean(),
  /** A supervisor has approved its purge. */
  isApproved: z.boolean(),
});
export type RetentionRow = z.infer<typeof retentionRow>;

const keepers = ['supervisor', 'administrator', 'records_officer'] as const;
const holders = ['supervisor', 'records_officer'] as const;
const byHolder = {
  roles: holders,
  workspace: 'unit',
  scope: { file: 'file' },
  keptBySender: true,
  touches: ['records'],
} as const;

/** A file that no purge reaches: its number and the hold, and nothing of what it says. */
export const holdRow = z.object({
  file: caseFile,
  unitId,
  number: z.string(),
  reason: z.string(),
  placedOn: civilDate,
  by: z.string(),
});
export type HoldRow = z.infer<typeof holdRow>;

export const retentionMethods = {
  /** What was set, the newest first; the newest of each class and offence holds. */
  'retention.rules': read(
    z.object({ unitId }),
    z.object({ rules: z.array(retentionRule.extend({ by: z.string(), inForce: z.boolean() })) }),
    { roles: keepers, workspace: 'unit', scope: { unit: 'unitId' }, audited: { not: 'reference' } },
  ),
  'retention.setRule': write(retentionRule.extend({ unitId }), nothing, {
    roles: keepers,
    workspace: 'unit',
    scope: { unit: 'unitId' },
    touches: ['records'],
  }),
  /** Concluded files whose time is over or ends within the reminders, the longest over first; at most 500, with the count of all. Numbers and dates. */
  'retention.due': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({ today: civilDate, rows: z.array(retentionRow), total }),
    { roles: keepers, workspace: 'unit', scope: { unit: 'filter.unitId' }, audited: 'rows' },
  ),
  'retention.ofFile': read(
    z.object({ file: caseFile }),
    z.object({
      keptUntil: retentionDate.nullable(),
      hold: z.object({ reason: z.string(), placedOn: civilDate, by: z.string() }).nullable(),
    }),
    { ...byFile, audited: 'part' },
  ),
  /** Keeps a file whatever its rule says: litigation, an access request, a review. A unit that sent it keeps what it has of it. */
  'retention.hold': write(z.object({ file: caseFile, reason: freeText.min(1) }), nothing, byHolder),
  /** The same by the complete number, for who sees no file. `not_found` where the unit has none of it. */
  'retention.holdNumber': write(z.object({ unitId, number: line(60), reason: freeText.min(1) }), nothing, {
    roles: ['records_officer'],
    workspace: 'unit',
    scope: { unit: 'unitId' },
    touches: ['records'],
  }),
  'retention.holds': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({ holds: z.array(holdRow) }),
    {
      audited: 'rows',
      roles: keepers,
      workspace: 'unit',
      scope: { unit: 'filter.unitId' },
    },
  ),
  'retention.release': write(z.object({ file: caseFile, reason: freeText.min(1) }), nothing, byHolder),
};
