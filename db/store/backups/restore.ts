import { copyFileSync, existsSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAmong } from '../../ground/kernel/among.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { user } from '../../ground/schema/common/people.ts';
import { appendAudit } from '../audit/append.ts';
import { openForWriting, writeTx, type RawDatabase } from '../sqlite/connection.ts';
import { requireWritable, storePath } from '../folder.ts';
import { requireLocalPlace } from '../place/place.ts';
import { holdInstanceLock } from '../instanceLock.ts';
import { putKeys, type KeysFile } from '../keysFile.ts';
import { recoveryOwner } from '../keySlots.ts';
import { knownSlot, putKnownSlot } from '../keyTrust.ts';
import { writeMarks } from '../purgeMarks.ts';
import { findSetting, getSetting, putSetting } from '../settings.ts';
import { eachOnce } from '../wipe.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { checkBackup } from './check.ts';
import { readTail } from './container.ts';
import { backupsFolder } from './files.ts';
import { keyThatOpens } from './keys.ts';
import { hashOfFile, type Manifest } from './manifest.ts';
import { declareReady, exchange, finishRestore, preparedFolder } from './replace.ts';
import { keysIn, openBySecret, type RestoreSecret } from './secret.ts';
import { lookUpSince, recoveryIn, type Since } from './since.ts';

export interface RestoreWish {
  readonly backup: string;
  /** The workspace's folder; made where it is not there. */
  readonly folder: string;
  readonly secret: RestoreSecret;
  readonly reason: string;
  readonly now: number;
}

export interface Restored {
  readonly madeAt: number;
  readonly sequence: number;
  readonly disabled: number;
  readonly purgeMarks: number;
  readonly before: string | null;
  readonly sinceKnown: boolean;
}

/** Where a test cuts the work short. */
type OnRestoreStep = (step: 'copied' | 'prepared' | 'ready' | 'moved') => void;

interface Found {
  readonly about: Manifest;
  readonly key: Buffer;
  readonly owner: string;
  readonly since: readonly Since[];
}

/** The backup read from end to end under the secret, and what happened after it. Nothing is written yet. */
async function find({ backup, folder, secret }: RestoreWish): Promise<Found> {
  const { owner, keys } = await openBySecret(keysIn(backup), secret);
  const { key } = keyThatOpens(backup, keys);
  const about = checkBackup(backup, key);
  const since = await lookUpSince(about, { folder, backups: [dirname(backup), backupsFolder(folder)] }, secret);
  return { about, key, owner, since };
}

/**
 * The recovery key may have been replaced since. Where the backup got the new slot (its manifest seals it, and was checked), the store
 * records it; where it could not be reached then, its old one is withdrawn. Either way the next administrator's sign-in changes the
 * database key. A store from before it knew its slots believes them at its first sign-in.
 */
async function knowRecoveryKey(tx: WriteTx, keys: KeysFile, since: readonly Since[]): Promise<void> {
  if ((await findSetting(tx, 'keyGeneration')) === null) return;
  const own = recoveryIn(keys);
  const known = await knownSlot(tx, recoveryOwner);
  if (own !== null && own !== known) {
    await putKnownSlot(tx, recoveryOwner, own);
    await putSetting(tx, 'recoveryKeyOwed', 'replaced');
  }
  if (since.some(({ recovery }) => recovery !== own)) await putSetting(tx, 'recoveryKeyOwed', 'withdrawn');
}

/**
 * The one act that a restore leaves in the store that comes back: who, why, from when, what was disabled again. It waits there for the
 * second person.
 */
async function recordRestore(
  raw: RawDatabase,
  { backup, reason, now }: RestoreWish,
  { about, owner, since }: Found,
  disabled: readonly string[],
): Promise<number> {
  const tx = writeTx(raw);
  const by = owner === 'recovery' ? null : owner;
  raw.exec('BEGIN IMMEDIATE');
  const changed = await tx
    .update(user)
    .set({ disabled: true })
    .where(isAmong(user.id, disabled))
    .returning({ id: user.id });
  await knowRecoveryKey(tx, keysIn(backup), since);
  if (by === null) await putSetting(tx, 'recoveryKeyUsedAt', now);
  // A person who restores knows that it is another place.
  raw.exec("DELETE FROM setting WHERE key = 'place'");
  const { sequence, head } = about.audit;
  await putSetting(tx, 'restored', { at: now, by, reason, madeAt: about.madeAt, sequence, isAsked: false });
  await appendAudit(tx, {
    at: now,
    actorId: by,
    method: 'backups.restore',
    outcome: 'done',
    fact: {
      subject: { kind: 'workspace', id: about.workspaceId },
      facts: { madeAt: about.madeAt, sequence, head, disabled: changed.length, sinceKnown: since.length > 0 },
      changes: [{ field: 'reason', before: null, after: reason }],
    },
  });
  raw.exec('COMMIT');
  return changed.length;
}

/** Builds the files of the workspace beside their places. */
async function prepare(
  wish: RestoreWish,
  found: Found,
  onStep: OnRestoreStep,
): Promise<{ disabled: number; purgeMarks: number }> {
  const { about, key, since } = found;
  const prepared = preparedFolder(wish.folder);
  mkdirSync(prepared, { recursive: true, mode: 0o700 });
  const store = storePath(prepared);
  copyFileSync(wish.backup, store);
  truncateSync(store, about.bytes);
  if (hashOfFile(store) !== about.sha256.store) throw new StoreFailure('corrupt', 'backup_damaged');
  onStep('copied');
  putKeys(prepared, readTail(wish.backup).keys);
  const marks = eachOnce([about, ...since].flatMap(({ purgeMarks }) => purgeMarks));
  const gone = since.flatMap(({ disabledUsers }) => disabledUsers).filter((id) => !about.disabledUsers.includes(id));
  const raw = openForWriting(store, key);
  let disabled: number;
  try {
    disabled = await recordRestore(raw, wish, found, gone);
    if (marks.length > 0) writeMarks(prepared, await getSetting(writeTx(raw), 'purgeMarkKey'), marks);
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    raw.close();
  }
  onStep('prepared');
  return { disabled, purgeMarks: marks.length };
}

/**
 * Puts a backup into a workspace's folder. The files are built next to their places and exchanged in one decided step; the store that was
 * there stays next to them. Any failure before that leaves everything as it was.
 */
export async function restoreBackup(wish: RestoreWish, onStep: OnRestoreStep = () => undefined): Promise<Restored> {
  const { folder, now } = wish;
  const isNew = !existsSync(folder);
  if (isNew && !existsSync(dirname(folder))) throw new StoreFailure('not_found', 'folder_missing');
  requireLocalPlace(isNew ? dirname(folder) : folder);
  requireWritable(isNew ? dirname(folder) : folder);
  if (!isNew) finishRestore(folder);
  const found = await find(wish);
  mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o700 });
  const release = holdInstanceLock(folder);
  let isDecided = false;
  try {
    const { disabled, purgeMarks } = await prepare(wish, found, onStep);
    const before = declareReady(folder, now);
    isDecided = true;
    onStep('ready');
    exchange(folder, () => {
      onStep('moved');
    });
    const { madeAt, audit } = found.about;
    return { madeAt, sequence: audit.sequence, disabled, purgeMarks, before, sinceKnown: found.since.length > 0 };
  } finally {
    release();
    if (!isDecided) rmSync(isNew ? folder : preparedFolder(folder), { recursive: true, force: true });
  }
}
