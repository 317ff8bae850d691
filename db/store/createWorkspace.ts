import type { UserId } from '#contract/ground/ids';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceKind } from '#contract/ground/codes';
import { appendAudit } from './audit/append.ts';
import { foldWrittenKey, newWrittenKey } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { user, userRole } from '../ground/schema/common/people.ts';
import { createForWriting, writeTx, type RawDatabase } from './sqlite/connection.ts';
import { requireWritable, storePath } from './folder.ts';
import { syncFolder, writeKeys } from './keysFile.ts';
import { newSlot, wrapDatabaseKey, type KeySlot } from './keySlots.ts';
import { putKnownSlot } from './keyTrust.ts';
import { iterationsOf } from './keyWork.ts';
import { migrate, migrationsOf } from './sqlite/migrate.ts';
import { requireLocalPlace } from './place/place.ts';
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
  /** Of a coordination workspace: the administrator is its coordinator too. */
  readonly isCoordinator?: boolean;
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
  requireLocalPlace(parent);
  requireWritable(parent);
}

async function fill(options: StoreOptions, folder: string, wanted: NewWorkspace): Promise<string> {
  const key = randomBytes(32);
  const workspaceId = options.newId();
  const userId = options.newId();
  const recoveryKey = newWrittenKey();
  const iterations = iterationsOf(options);
  const first = { generation: 1, key };
  const secrets = [
    { owner: userId, login: wanted.login, passphrase: wanted.passphrase, iterations },
    { owner: 'recovery', login: 'recovery', passphrase: foldWrittenKey(recoveryKey), iterations },
  ];
  const made = await Promise.all(secrets.map(newSlot));
  const { slots } = writeKeys(
    folder,
    {
      format: 'vigie-keys',
      workspaceId,
      kind: wanted.kind,
      demonstration: wanted.demonstration ?? false,
      generation: first.generation,
      slots: made.map(({ slot }) => ({ ...slot, databaseKeys: [wrapDatabaseKey(slot.publicKey, first)] })),
    },
    [first],
  );
  for (const [index, slot] of slots.entries()) made[index]?.prove(slot, [first]);
  const raw = createForWriting(storePath(folder), key);
  try {
    migrate(raw, migrationsOf(wanted.kind), options.clock.now());
    await seedFirstRows(options, raw, wanted, { workspaceId, userId, slots });
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    raw.close();
    key.fill(0);
  }
  return recoveryKey;
}

interface FirstKeys {
  readonly workspaceId: string;
  readonly userId: UserId;
  readonly slots: readonly KeySlot[];
}

async function seedFirstRows(
  options: StoreOptions,
  raw: RawDatabase,
  wanted: NewWorkspace,
  { workspaceId, userId, slots }: FirstKeys,
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
  await putSetting(tx, 'keyGeneration', 1);
  for (const { owner, publicKey } of slots) await putKnownSlot(tx, owner, publicKey);
  await putSetting(tx, 'purgeMarkKey', randomBytes(32).toString('base64'));
  await tx.insert(user).values({ id: userId, login: wanted.login, displayName: wanted.displayName });
  const roles =
    wanted.isCoordinator === true ? (['administrator', 'coordinator'] as const) : (['administrator'] as const);
  await tx.insert(userRole).values(roles.map((role) => ({ userId, role })));
  await appendAudit(tx, {
    at: options.clock.now(),
    actorId: userId,
    method: 'workspace.create',
    outcome: 'done',
    fact: { subject: { kind: 'workspace', id: workspaceId }, facts: { kind: wanted.kind, roles: roles.join(' ') } },
  });
  raw.exec('COMMIT');
}
