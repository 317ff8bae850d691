import { z } from 'zod';
import { nothing, line } from '../ground/common.ts';
import { workspaceKind } from '../ground/codes.ts';
import { action, read } from '../ground/define.ts';
import { fileGrant, jobId } from '../ground/ids.ts';
import { newWorkspace } from './session.ts';

export const backupReason = z.enum([
  'manual',
  'daily',
  'before_migration',
  'before_import',
  'before_key_change',
  'after_key_change',
  'before_purge',
  'after_purge',
  'rescued',
]);
export type BackupReason = z.infer<typeof backupReason>;

/** What became of the copy in the second place. */
export const secondCopy = z.enum(['none', 'copied', 'unreachable']);
export type SecondCopy = z.infer<typeof secondCopy>;

export const backupPlace = z.enum(['workspace', 'second']);

/**
 * A backup that holds what was purged since. No name: the second place cannot be reached, or the data centre makes them, and may have some.
 * A name and no day: a store that a restore or a rescue left next to it, which a person deletes.
 */
export const holdingBackup = z.object({
  place: z.enum([...backupPlace.options, 'server']),
  name: z.string().nullable(),
  expiresAt: z.number().nullable(),
});
export type HoldingBackup = z.infer<typeof holdingBackup>;

/** Backups in which a disabled user still has a way in: a second place that cannot be reached (no name), or single ones that are damaged. */
export const notReached = z.object({ place: backupPlace, name: z.string().nullable() });
export type NotReached = z.infer<typeof notReached>;

const backup = z.object({ name: z.string(), madeAt: z.number(), reason: backupReason, bytes: z.int() });
const placed = backup.extend({ place: backupPlace });
/** The name of a file in the folder of backups: never a path. */
export const fileName = z.string().regex(/^[\w-]{1,80}\.vigiebackup$/);

/** How the key slots of a backup are opened. */
export const restoreSecret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), login: line(40), passphrase: z.string().min(1).max(256) }),
  z.object({ kind: z.literal('recovery'), recoveryKey: z.string().min(20).max(80) }),
]);

export const backupMethods = {
  /** Makes one now and reads it again from end to end. */
  'backups.make': action(z.object({ jobId }), backup.extend({ second: secondCopy }), {
    roles: 'anyone',
    touches: ['backups'],
  }),
  /** `second` is null where no second place is set. */
  'backups.list': action(
    nothing,
    z.object({
      /** `expiresAt` null: a person deletes it. */
      backups: z.array(placed.extend({ expiresAt: z.number().nullable() })),
      second: z.object({ folder: z.string(), reachable: z.boolean() }).nullable(),
    }),
    { audited: { not: 'reference' }, roles: 'anyone' },
  ),
  /** Reads one whole again. Fails with `backup_damaged` where it is not what was written. */
  'backups.verify': action(
    z.object({ jobId, name: fileName, place: backupPlace }),
    backup.extend({ sequence: z.int(), head: z.string(), rows: z.int() }),
    { audited: { not: 'reference' }, roles: 'anyone' },
  ),
  /** For the header: quiet where the last one is fresh and did not fail. */
  'backups.state': read(
    nothing,
    z.object({
      lastAt: z.number().nullable(),
      lastFailed: z.boolean(),
      second: secondCopy,
      isOld: z.boolean(),
      days: z.int(),
      /** To an administrator: where key work that was cut short and finished at this sign-in left an old way in. */
      notReached: z.array(notReached),
    }),
    { roles: 'anyone', audited: { not: 'reference' } },
  ),
  /** The second place and the number of days after which the header reminds. Without a folder the place stays as it is. */
  'backups.saveSettings': action(
    z.object({ folder: fileGrant.nullable(), removePlace: z.boolean(), days: z.int().min(1).max(90) }),
    nothing,
    { roles: ['administrator'], touches: ['backups'] },
  ),
  /** Opens the latest and reports what would come back, by table, and what is newer in the store now. */
  'backups.drill': action(
    z.object({ jobId }),
    z.object({
      name: z.string(),
      madeAt: z.number(),
      sequence: z.int(),
      lastEntryAt: z.number(),
      entriesSince: z.int(),
      tables: z.array(z.object({ table: z.string(), inBackup: z.int(), now: z.int() })),
    }),
    { audited: { not: 'figures' }, roles: ['administrator', 'supervisor', 'coordinator'] },
  ),
  /** Before sign-in: what the file is, and the other backups of the same workspace beside it. */
  'backups.inspect': action(
    z.object({ file: fileGrant }),
    z.object({
      kind: workspaceKind,
      chosen: z.string(),
      points: z.array(backup),
      /** The workspace that the file lies in, by its folder's name. */
      home: z.string().nullable(),
    }),
    { audited: { not: 'preview' }, roles: 'nobody' },
  ),
  /**
   * Puts a backup into the named folder, or where `parent` is absent into the workspace that it lies in. What is there stays next to it.
   * Users that were disabled and records that were purged since are disabled and purged again.
   */
  'backups.restore': action(
    z.object({
      jobId,
      file: fileGrant,
      point: fileName,
      parent: fileGrant.optional(),
      name: newWorkspace.shape.name.optional(),
      secret: restoreSecret,
      reason: line(200),
    }),
    z.object({
      madeAt: z.number(),
      sequence: z.int(),
      disabled: z.int(),
      purgeMarks: z.int(),
      /** The folder next to it, where the store that was there is now. */
      before: z.string().nullable(),
      /** Whether what happened since could be looked up anywhere. */
      sinceKnown: z.boolean(),
    }),
    { roles: 'nobody' },
  ),
  /** Of the open folder, before sign-in: whatever can still be read of a damaged store goes into a new workspace beside it, under the same keys. */
  'backups.salvage': action(
    z.object({ secret: restoreSecret, reason: line(200) }),
    z.object({
      /** The name of the new workspace's folder. */
      folder: z.string(),
      tables: z.array(z.object({ table: z.string(), read: z.int(), lost: z.boolean(), inBackup: z.int().nullable() })),
      backupAt: z.number().nullable(),
    }),
    { roles: 'nobody' },
  ),
};
