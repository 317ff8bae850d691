import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import { civilDate } from '#contract/ground/dates';
import { clockDoubt } from '#contract/store/clock';
import { secondCopy } from '#contract/store/backups';
import { movedTo, workspacePlace } from '#contract/store/place';
import { fewVictims } from '#contract/store/session';
import { successionLink } from '../ground/kernel/succession.ts';
import { must } from '../ground/kernel/assert.ts';
import { setting } from '../ground/schema/common/workspace.ts';
import { serverFile } from './postgres/serverFile.ts';
import type { ReadDb, WriteTx } from '../ground/kernel/database.ts';

/** Every setting of a workspace, by key. */
export const settingsSchema = {
  workspace: z.object({
    id: z.uuid(),
    kind: workspaceKind,
    name: z.string(),
    demonstration: z.boolean(),
    /** A demonstration's own day, which is the same on every computer and every date. */
    day: z.exactOptional(civilDate),
  }),
  marking: z.string(),
  idleMinutes: z.int(),
  /** Within how many hours two sightings of one IP address may be of one customer; absent until a supervisor sets it. */
  addressHours: z.int().min(1).max(720),
  /** With fewer victims than this in a quarter a table may name one; absent until an administrator sets it. */
  fewVictims,
  /** What was last known of the time, and after which entry of the audit; absent: the entries alone tell. */
  clock: z.object({ known: z.number(), sequence: z.int(), doubt: clockDoubt.nullable() }),
  /** Where it was last used, and of a copy that is looked at where the original was; absent until the first sign-in, and after a restore. */
  place: workspacePlace.extend({ copyOf: workspacePlace.nullable() }),
  /** Where it was moved to; absent: it is the workspace. With the connection file, by which alone a copy on a server is opened. */
  moved: movedTo.extend({ connection: serverFile.nullable() }),
  /** Of the database key; absent until the key file of a workspace from before version 2 was compared once. */
  keyGeneration: z.int().min(1),
  /** Which of the recovery key's holders made it; absent: it came with the workspace, or there is none. */
  recoveryKeyMade: z.object({ at: z.number(), by: z.string() }),
  /** When a restore or a salvage was opened with the recovery key, which then is to be replaced; absent: not since the last one was made. */
  recoveryKeyUsedAt: z.number(),
  /** The database key and the slots in backups follow a change of the recovery key; absent once they have. */
  recoveryKeyOwed: z.enum(['replaced', 'withdrawn']),
  /** When the store's file was last read from end to end and found whole; absent before the first time. */
  lastWhole: z.object({ at: z.int(), pages: z.int() }),
  /** What authenticates the marks of purges beside the store: random, and the same in every copy of it whatever its key. */
  purgeMarkKey: z.string(),
  /** When those marks were last found changed outside Vigie; absent: never. */
  purgeMarksRejectedAt: z.int(),
  /** Ed25519, PKCS 8 and SPKI in base64: what packs and returns are signed with. */
  signingKey: z.object({
    privateKey: z.string(),
    publicKey: z.string(),
    draws: z.object({ rounding: z.string(), suppression: z.string() }).optional(),
    /** How it came after the keys before it; a workspace's first key has none. */
    succession: z.array(successionLink).default([]),
  }),
  /** A folder on another disk or a share to which each backup is copied; absent until an administrator chooses one. */
  backupPlace: z.object({ folder: z.string().nullable(), days: z.int() }),
  /** What became of the last backup; absent until there is one. */
  backupState: z.object({ lastAt: z.number().nullable(), failedAt: z.number().nullable(), second: secondCopy }),
  /** Database keys of earlier backups by generation, so that a user's slot can be taken out of those as well. */
  backupKeys: z.record(z.string(), z.string()),
  /** The last restore, until a second person has confirmed it. */
  restored: z.object({
    at: z.number(),
    by: z.string().nullable(),
    reason: z.string(),
    madeAt: z.number(),
    sequence: z.int(),
    /** Once that person was asked for. */
    isAsked: z.boolean().default(false),
  }),
};
export type Settings = { readonly [K in keyof typeof settingsSchema]: z.output<(typeof settingsSchema)[K]> };

/** Null where it was never set. */
export async function findSetting<K extends keyof Settings>(
  db: Pick<ReadDb, 'select'>,
  key: K,
): Promise<Settings[K] | null> {
  const [found] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return found ? (settingsSchema[key].parse(found.value) as Settings[K]) : null;
}

export async function getSetting<K extends keyof Settings>(db: Pick<ReadDb, 'select'>, key: K): Promise<Settings[K]> {
  return must(await findSetting(db, key), 'every workspace is created with all its settings');
}

export async function putSetting<K extends keyof Settings>(tx: WriteTx, key: K, value: Settings[K]): Promise<void> {
  await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
