import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import { fewVictims } from '#contract/store/session';
import { successionLink } from '../ground/kernel/succession.ts';
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
  signingKey: z.object({
    privateKey: z.string(),
    publicKey: z.string(),
    /** How it came after the keys before it; a workspace's first key has none. */
    succession: z.array(successionLink).default([]),
  }),
};
export type Settings = { readonly [K in keyof typeof settingsSchema]: z.output<(typeof settingsSchema)[K]> };

export async function getSetting<K extends keyof Settings>(db: Pick<ReadDb, 'select'>, key: K): Promise<Settings[K]> {
  const rows = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return settingsSchema[key].parse(
    must(rows[0], 'every workspace is created with all its settings').value,
  ) as Settings[K];
}

export async function putSetting<K extends keyof Settings>(tx: WriteTx, key: K, value: Settings[K]): Promise<void> {
  await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
