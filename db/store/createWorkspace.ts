import type { UserId } from '#contract/ground/ids';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceKind } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { appendAudit, type AuditLine } from './audit/append.ts';
import { foldWrittenKey, newWrittenKey } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { user, userRole } from '../ground/schema/common/people.ts';
import { createForWriting, writeTx } from './sqlite/connection.ts';
import { requireWritable, storePath } from './folder.ts';
import { syncFolder, writeKeys } from './keysFile.ts';
import { newSlot, recoveryOwner, wrapDatabaseKey, type DatabaseKey, type NewSlot } from './keySlots.ts';
import { putKnownSlot } from './keyTrust.ts';
import { iterationsOf } from './keyWork.ts';
import { migrate, migrationsOf } from './sqlite/migrate.ts';
import { requireLocalPlace } from './place/place.ts';
import { putSetting } from './settings.ts';
import { newSigningKey } from './signingKey.ts';
import type { StoreOptions } from './store.ts';
import type { WriteTx } from '../ground/kernel/database.ts';

export interface NewWorkspace {
  readonly parent: string;
  readonly name: string;
  readonly kind: WorkspaceKind;
  readonly login: string;
  readonly displayName: string;
  readonly passphrase: string;
  readonly demonstration?: boolean;
  /** Of a demonstration, the day that it stays on. */
  readonly day?: CivilDate;
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

export function requireRoom(parent: string, folder: string): void {
  if (!existsSync(parent)) throw new StoreFailure('not_found', 'folder_missing');
  if (existsSync(folder)) throw new StoreFailure('conflict', 'workspace_exists');
  requireLocalPlace(parent);
  requireWritable(parent);
}

/** What opens a new workspace: its administrator's slot and that of the recovery key, which is shown once. */
export interface FirstSlots {
  readonly workspaceId: string;
  readonly userId: UserId;
  readonly key: DatabaseKey;
  readonly recoveryKey: string;
  readonly made: readonly NewSlot[];
}

export async function newFirstSlots(
  options: StoreOptions,
  { login, passphrase }: Pick<NewWorkspace, 'login' | 'passphrase'>,
): Promise<FirstSlots> {
  const userId: UserId = options.newId();
  const recoveryKey = newWrittenKey();
  const iterations = iterationsOf(options);
  const secrets = [
    { owner: userId, login, passphrase, iterations },
    { owner: recoveryOwner, login: recoveryOwner, passphrase: foldWrittenKey(recoveryKey), iterations },
  ];
  const made = await Promise.all(secrets.map(newSlot));
  return {
    workspaceId: options.newId(),
    userId,
    key: { generation: 1, key: randomBytes(32) },
    recoveryKey,
    made,
  };
}

async function fill(options: StoreOptions, folder: string, wanted: NewWorkspace): Promise<string> {
  const first = await newFirstSlots(options, wanted);
  const { workspaceId, key, made, recoveryKey } = first;
  const { slots } = writeKeys(
    folder,
    {
      format: 'vigie-keys',
      workspaceId,
      kind: wanted.kind,
      demonstration: wanted.demonstration ?? false,
      generation: key.generation,
      slots: made.map(({ slot }) => ({ ...slot, databaseKeys: [wrapDatabaseKey(slot.publicKey, key)] })),
    },
    [key],
  );
  for (const [index, slot] of slots.entries()) made[index]?.prove(slot, [key]);
  const raw = createForWriting(storePath(folder), key.key);
  try {
    migrate(raw, migrationsOf(wanted.kind), options.clock.now());
    const tx = writeTx(raw);
    raw.exec('BEGIN IMMEDIATE');
    for (const { owner, publicKey } of slots) await putKnownSlot(tx, owner, publicKey);
    await appendAudit(tx, await seedFirstRows(tx, options, wanted, first));
    raw.exec('COMMIT');
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    raw.close();
    key.key.fill(0);
  }
  return recoveryKey;
}

/** What every workspace begins with, and the audit's first entry. */
export async function seedFirstRows(
  tx: WriteTx,
  { clock }: Pick<StoreOptions, 'clock'>,
  wanted: Pick<NewWorkspace, 'kind' | 'name' | 'demonstration' | 'day' | 'login' | 'displayName' | 'isCoordinator'>,
  { workspaceId, userId, key }: FirstSlots,
): Promise<AuditLine> {
  await putSetting(tx, 'workspace', {
    id: workspaceId,
    kind: wanted.kind,
    name: wanted.name,
    demonstration: wanted.demonstration ?? false,
    ...(wanted.day !== undefined && { day: wanted.day }),
  });
  await putSetting(tx, 'marking', defaultMarking);
  await putSetting(tx, 'idleMinutes', 10);
  await putSetting(tx, 'signingKey', newSigningKey());
  await putSetting(tx, 'keyGeneration', key.generation);
  await putSetting(tx, 'purgeMarkKey', randomBytes(32).toString('base64'));
  await tx.insert(user).values({ id: userId, login: wanted.login, displayName: wanted.displayName });
  const roles =
    wanted.isCoordinator === true ? (['administrator', 'coordinator'] as const) : (['administrator'] as const);
  await tx.insert(userRole).values(roles.map((role) => ({ userId, role })));
  return {
    at: clock.now(),
    actorId: userId,
    method: 'workspace.create',
    outcome: 'done',
    fact: { subject: { kind: 'workspace', id: workspaceId }, facts: { kind: wanted.kind, roles: roles.join(' ') } },
  };
}
