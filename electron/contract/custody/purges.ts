import { z } from 'zod';
import { decidingRoles, locale } from '../ground/codes.ts';
import { freeText, nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, investigationId, purgeRequestId, referralId, unitId } from '../ground/ids.ts';
import { holdingBackup } from '../store/backups.ts';
import { retentionClass } from './retention.ts';

const approvers = ['supervisor', 'records_officer'] as const;
const kind = z.enum(['investigation', 'referral']);

/** One person's word that a file be purged: its number and dates, which the other one who does it sees. */
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
  /** Requested by the caller: another person must carry it out. */
  isOwn: z.boolean(),
});
export type PurgeRequestRow = z.infer<typeof purgeRequestRow>;

/** What is kept of a purged file. Null where an earlier version of Vigie did not record it. */
export const purgeRow = z.object({
  id: z.uuid(),
  unitId,
  kind,
  number: z.string().nullable(),
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
    z.object({
      requests: z.array(purgeRequestRow),
      purges: z.array(purgeRow),
      /** Two persons who may decide: without them nothing is purged. */
      isOn: z.boolean(),
      /** Files that came back with a backup after their purge: hidden until a restore is confirmed. */
      returned: z.int(),
      /** When the file of purge marks beside the store was last found changed outside Vigie. */
      marksRejectedOn: civilDate.nullable(),
    }),
    { roles: decidingRoles, workspace: 'unit', scope: { unit: 'filter.unitId' }, audited: 'rows' },
  ),
  /** Approves the purge of files whose time is over and that nothing holds. Conflict `kept_longer` where one is not. */
  'purges.approve': write(
    z.object({ investigationIds: z.array(investigationId).max(200), referralIds: z.array(referralId).max(200) }),
    z.object({ approved: z.int() }),
    {
      roles: approvers,
      workspace: 'unit',
      scope: { investigation: 'investigationIds', referrals: 'referralIds' },
      keptBySender: true,
      touches: ['records'],
    },
  ),
  'purges.withdraw': write(z.object({ requestId: purgeRequestId, version }), z.object({}), {
    roles: approvers,
    workspace: 'unit',
    touches: ['records'],
  }),
  /** Writes the certificate of destruction of what a unit purged on one day, as a PDF: numbers, rules and persons. */
  'purges.certify': action(z.object({ unitId, on: civilDate, file: fileGrant, locale }), z.object({}), {
    roles: decidingRoles,
    workspace: 'unit',
    scope: { unit: 'unitId' },
  }),
  /**
   * Says that the store is a restored backup, so that what was purged since is purged again once a second person confirms it: nothing that is
   * open or under a hold. `not_found` where nothing came back.
   */
  'purges.recogniseRestore': write(z.object({ reason: freeText.min(1) }), nothing, {
    roles: decidingRoles,
    workspace: 'unit',
    touches: ['users', 'records'],
  }),
  /**
   * Deletes what another person approved, for good; no backup is touched. What was approved by the caller is refused (`forbidden`,
   * `second_person_needed`), a file that was reopened, put on hold or given longer since (`kept_longer`), and all of it where the unit has
   * only one person who may decide (`purge_needs_two`).
   */
  'purges.carryOut': action(
    z.object({ requestIds: z.array(purgeRequestId).min(1).max(200) }),
    z.object({
      files: z.int(),
      rows: z.int(),
      /** The backups that were made before and still hold the files, and from when each is no more. */
      backups: z.array(holdingBackup),
    }),
    { roles: decidingRoles, workspace: 'unit', touches },
  ),
};
