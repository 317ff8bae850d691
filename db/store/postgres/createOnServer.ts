import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { ClientBase } from 'pg';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { newFirstSlots, requireRoom, seedFirstRows, workspaceFolder, type NewWorkspace } from '../createWorkspace.ts';
import type { StoreOptions } from '../store.ts';
import { inTransaction } from './inTransaction.ts';
import { appendOnServer } from './server/append.ts';
import type { ServerPlace } from '#contract/store/server';
import { literal, quoted, rolesOf, scramVerifier } from './server/roles.ts';
import { writeServerFile } from './serverFile.ts';
import { Sealing } from './sealing.ts';
import { columnKeys } from './server/encryption/values.ts';
import { writeTx } from './session.ts';
import { putSlotOnServer } from './slots.ts';

/**
 * Makes the workspace in a database that is prepared, as who prepared it: its administrator and recovery key, and the connection file that every
 * desk gets a copy of. All of it or nothing.
 */
export async function createOnServer(
  client: ClientBase,
  options: StoreOptions,
  place: ServerPlace,
  wanted: NewWorkspace,
): Promise<{ readonly folder: string; readonly recoveryKey: string; readonly workspaceId: string }> {
  const folder = workspaceFolder(wanted.parent, wanted.name);
  requireRoom(wanted.parent, folder);
  const { rows } = await client.query("SELECT 1 FROM setting WHERE key = 'workspace'");
  if (rows.length > 0) throw new StoreFailure('conflict', 'workspace_exists');
  const first = await newFirstSlots(options, wanted);
  const sealing = new Sealing(columnKeys(first.key.key));
  const tx = writeTx(client, sealing);
  try {
    await inTransaction(client, async () => {
      const entry = { user: rolesOf(place.database).entry, password: randomBytes(24).toString('base64url') };
      await client.query(`ALTER ROLE ${quoted(entry.user)} LOGIN PASSWORD ${literal(scramVerifier(entry.password))}`);
      const line = await seedFirstRows(tx, options, wanted, first);
      for (const each of first.made) await putSlotOnServer(tx, each, first.key);
      await appendOnServer(tx, line, { sealing });
      writeServerFile(folder, { workspaceId: first.workspaceId, kind: wanted.kind, place, entry });
    });
  } catch (error) {
    for (const each of [`${folder}.building`, folder]) rmSync(each, { recursive: true, force: true });
    throw error;
  } finally {
    first.key.key.fill(0);
  }
  return { folder, recoveryKey: first.recoveryKey, workspaceId: first.workspaceId };
}
