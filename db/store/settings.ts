import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import { secondCopy } from '#contract/store/backups';
import { fewVictims } from '#contract/store/session';
import { must } from '../ground/kernel/assert.ts';
import { setting } from '../ground/schema/common/workspace.ts';
import type { ReadDb, WriteTx } from '../ground/kernel/database.ts';

/** Every setting of a workspace, by key. */
export const settingsSchema = {
  workspace: z.object({ id: z.uuid(), kind: workspaceKind, name: z.string(), demonstration: z.boolean() }),
  marking: z.string(),
  idleMinutes: z.int(),
  /** Within how many hours two sightings of one IP address may be of one customer; absent until a supervisor sets it. */
  addressHours: z.int().min(1).max(720),
  /** With fewer victims than this in a quarter a table may name one; absent until an administrator sets it. */
  fewVictims,
  /** Ed25519, PKCS 8 and SPKI in base64: what packs and returns are signed with. */
  signingKey: z.object({ privateKey: z.string(), publicKey: z.string() }),
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
  }),
};
export type Settings = { readonly [K in keyof typeof settingsSchema]: z.output<(typeof settingsSchema)[K]> };

export async function getSetting<K extends keyof Settings>(db: Pick<ReadDb, 'select'>, key: K): Promise<Settings[K]> {
  const rows = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return settingsSchema[key].parse(
    must(rows[0], 'every workspace is created with all its settings').value,
  ) as Settings[K];
}

/** One that is not there until someone sets it. */
export async function findSetting<K extends keyof Settings>(
  db: Pick<ReadDb, 'select'>,
  key: K,
): Promise<Settings[K] | null> {
  const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return row ? (settingsSchema[key].parse(row.value) as Settings[K]) : null;
}

export async function putSetting<K extends keyof Settings>(tx: WriteTx, key: K, value: Settings[K]): Promise<void> {
  await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
