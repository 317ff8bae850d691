import { z } from 'zod';
import { version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { investigationId, purgeRequestId, referralId, unitId } from '../ground/ids.ts';
import { holdingBackup } from '../store/backups.ts';
import { retentionClass } from './retention.ts';

const kind = z.enum(['investigation', 'referral']);

/** A supervisor's word that a file be purged: its number and dates, which the administrator who does it sees. */
export const purgeRequestRow = z.object({
  id: purgeRequestId,
  version,
  unitId,
  kind,
  number: z.string(),
  concludedOn: civilDate,
  dueOn: civilDate,
  class: retentionClass,
  years: z.int(),
  approvedBy: z.string(),
  approvedOn: civilDate,
  /** By whoever asks: another person must carry it out. */
  isOwn: z.boolean(),
});
export type PurgeRequestRow = z.infer<typeof purgeRequestRow>;

/** What is kept of a purged file. Null: it was purged again after a backup came back. */
export const purgeRow = z.object({
  id: z.uuid(),
  unitId,
  kind,
  concludedOn: civilDate,
  dueOn: civilDate.nullable(),
  class: retentionClass.nullable(),
  years: z.int().nullable(),
  approvedBy: z.string().nullable(),
  purgedBy: z.string(),
  purgedOn: civilDate,
  rows: z.int(),
});
export type PurgeRow = z.infer<typeof purgeRow>;

const touches = [
  'records',
  'investigations',
  'referrals',
  'persons',
  'offences',
  'authorities',
  'fileWork',
  'backlog',
  'lists',
  'imports',
] as const;

export const purgeMethods = {
  'purges.list': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({ requests: z.array(purgeRequestRow), purges: z.array(purgeRow) }),
    { roles: ['supervisor', 'administrator'], workspace: 'unit', scope: { unit: 'filter.unitId' } },
  ),
  /** Approves the purge of files whose time is over and that nothing holds. Conflict `kept_longer` where one is not. */
  'purges.approve': write(
    z.object({ investigationIds: z.array(investigationId).max(200), referralIds: z.array(referralId).max(200) }),
    z.object({ approved: z.int() }),
    {
      roles: ['supervisor'],
      workspace: 'unit',
      scope: { investigation: 'investigationIds', referrals: 'referralIds' },
      touches: ['records'],
    },
  ),
  'purges.withdraw': write(z.object({ requestId: purgeRequestId, version }), z.object({}), {
    roles: ['supervisor'],
    workspace: 'unit',
    touches: ['records'],
  }),
  /**
   * Deletes what a supervisor approved, for good: no backup is touched, and one that is opened later is purged again. What was approved by
   * the caller is refused (`forbidden`, `second_person_needed`), and a file that was reopened, held or given longer since (`kept_longer`).
   */
  'purges.carryOut': action(
    z.object({ requestIds: z.array(purgeRequestId).min(1).max(200) }),
    z.object({
      files: z.int(),
      rows: z.int(),
      /** The backups that were made before and still hold the files, and from when each is no more. */
      backups: z.array(holdingBackup),
    }),
    { roles: ['administrator'], workspace: 'unit', touches },
  ),
};
