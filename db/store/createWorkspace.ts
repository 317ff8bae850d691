import type { UserId } from '#contract/ground/ids';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceKind } from '#contract/ground/codes';
import { appendAudit } from './audit/append.ts';
import { foldWrittenKey, newWrittenKey } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { user, userRole } from '../ground/schema/common/people.ts';
import { openForWriting, writeTx, type RawDatabase } from './connection.ts';
import { refuseNetworkShare, requireWritable, storePath } from './folder.ts';
import { syncFolder, writeKeys } from './keysFile.ts';
import { createSlot } from './keySlots.ts';
import { migrate, migrationsOf } from './migrate.ts';
import { putSetting } from './settings.ts';
import { newSigningKey } from './signingKey.ts';
import type { StoreOptions } from './store.ts';

export interface NewWorkspace {
  readonly parent: string;
  readonly name: string;
  readonly kind: WorkspaceKind;
  readonly login: string;
  readonly displayName: string;
  readonly passphrase: string;
  readonly demonstration?: boolean;
}

export const workspaceFolder = (parent: string, name: string): string => join(parent, `${name}.vigie`);
export const defaultMarking = 'PROTECTED B / PROTÉGÉ B';

/** Builds the workspace beside its final name and renames it into place: a failure leaves nothing half made. */
export async function createWorkspace(
  options: StoreOptions,
  wanted: NewWorkspace,
): Promise<{ folder: string; recoveryKey: string }> {
  const folder = workspaceFolder(wanted.parent, wanted.name);
  requireRoom(wanted.parent, folder);
  const building = `${folder}.building`;
  rmSync(building, { recursive: true, force: true });
  try {
    mkdirSync(join(building, 'backups'), { recursive: true, mode: 0o700 });
    const recoveryKey = await fill(options, building, wanted);
    renameSync(building, folder);
    syncFolder(wanted.parent);
    return { folder, recoveryKey };
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

function requireRoom(parent: string, folder: string): void {
  if (!existsSync(parent)) throw new StoreFailure('not_found', 'folder_missing');
  if (existsSync(folder)) throw new StoreFailure('conflict', 'workspace_exists');
  refuseNetworkShare(parent);
  requireWritable(parent);
}

async function fill(options: StoreOptions, folder: string, wanted: NewWorkspace): Promise<string> {
  const key = randomBytes(32);
  const workspaceId = options.newId();
  const userId = options.newId();
  const recoveryKey = newWrittenKey();
  const iterations = options.iterations !== undefined ? { iterations: options.iterations } : {};
  writeKeys(folder, {
    format: 'vigie-keys',
    version: 1,
    workspaceId,
    kind: wanted.kind,
    demonstration: wanted.demonstration ?? false,
    generation: 1,
    slots: [
      await createSlot({ owner: userId, login: wanted.login, passphrase: wanted.passphrase, ...iterations }, key, 1),
      await createSlot(
        { owner: 'recovery', login: 'recovery', passphrase: foldWrittenKey(recoveryKey), ...iterations },
        key,
        1,
      ),
    ],
  });
  const raw = openForWriting(storePath(folder), key);
  try {
    migrate(raw, migrationsOf(wanted.kind), options.clock.now());
    await seedFirstRows(options, raw, wanted, workspaceId, userId);
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    raw.close();
    key.fill(0);
  }
  return recoveryKey;
}

async function seedFirstRows(
  options: StoreOptions,
  raw: RawDatabase,
  wanted: NewWorkspace,
  workspaceId: string,
  userId: UserId,
): Promise<void> {
  const tx = writeTx(raw);
  raw.exec('BEGIN IMMEDIATE');
  await putSetting(tx, 'workspace', {
    id: workspaceId,
    kind: wanted.kind,
    name: wanted.name,
    demonstration: wanted.demonstration ?? false,
  });
  await putSetting(tx, 'marking', defaultMarking);
  await putSetting(tx, 'idleMinutes', 10);
  await putSetting(tx, 'signingKey', newSigningKey());
  await tx.insert(user).values({ id: userId, login: wanted.login, displayName: wanted.displayName });
  await tx.insert(userRole).values({ userId, role: 'administrator' });
  await appendAudit(tx, {
    at: options.clock.now(),
    actorId: userId,
    method: 'workspace.create',
    outcome: 'done',
    fact: { subject: { kind: 'workspace', id: workspaceId }, facts: { kind: wanted.kind } },
  });
  raw.exec('COMMIT');
}
