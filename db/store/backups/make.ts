import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupReason, SecondCopy } from '#contract/store/backups';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { applicationVersion } from '../../ground/kernel/versions.ts';
import { storePath } from '../folder.ts';
import { sealKeys, textOf, type KeysFile } from '../keysFile.ts';
import { databaseKeyOf, genuineKeys } from '../keyWork.ts';
import type { PurgeMark } from '../purgeMarks.ts';
import { allPurges } from '../wipe.ts';
import { findSetting, putSetting } from '../settings.ts';
import type { Store, Unlocked } from '../store.ts';
import { keepDerived, transact } from '../transact.ts';
import { backupName, backupsFolder, backupsIn, clearPartials } from './files.ts';
import type { Manifest } from './manifest.ts';
import { backupSettings, isReachable } from './places.ts';
import { rotate } from './rotation.ts';
import { inThread } from './thread.ts';
import type { BackupWork } from './write.ts';

interface MadeBackup {
  readonly name: string;
  readonly madeAt: number;
  readonly reason: BackupReason;
  readonly bytes: number;
  readonly second: SecondCopy;
}

interface Made {
  readonly reason: BackupReason;
  readonly now: number;
  readonly purgeMarks: readonly PurgeMark[];
  /** Whose slots will open it. */
  readonly keys: KeysFile;
}

/** What a backup is made of, read at one moment: the store's file, its key slots and what was purged until then. */
export function backupWork(folder: string, key: Buffer, { reason, now, purgeMarks, keys }: Made): BackupWork {
  const { workspaceId, kind, demonstration, generation } = keys;
  return {
    source: storePath(folder),
    key,
    keys: Buffer.from(textOf(keys)),
    target: join(backupsFolder(folder), backupName(now, reason, workspaceId)),
    about: {
      format: 'vigie-backup',
      version: 1,
      workspaceId,
      kind,
      demonstration,
      madeAt: now,
      reason,
      application: applicationVersion,
      generation,
      purgeMarks: [...purgeMarks],
    },
  };
}

/** Ends with the sign-in that it began under: a lock waits for no backup. */
function whileUnlocked(store: Store, unlocked: Unlocked, job: Job): Job {
  const checkpoint = (): void => {
    if (store.unlocked !== unlocked) throw new StoreFailure('cancelled');
    job.checkpoint();
  };
  return { ...job, checkpoint };
}

const unattended: Job = {
  progress: () => undefined,
  checkpoint: () => undefined,
  breathe: () => Promise.resolve(),
};

async function copyToSecond(
  store: Store,
  unlocked: Unlocked,
  { target, about }: BackupWork,
  job: Job,
): Promise<SecondCopy> {
  const { folder } = await backupSettings(unlocked.tx);
  if (folder === null) return 'none';
  if (!isReachable(folder)) return 'unreachable';
  try {
    clearPartials(folder);
    const name = backupName(about.madeAt, about.reason, about.workspaceId);
    await inThread(store, { step: 'copy', from: target, to: join(folder, name) }, job);
    rotate(backupsIn(folder, about.workspaceId) ?? [], { name, madeAt: about.madeAt });
    return 'copied';
  } catch (error) {
    if (error instanceof StoreFailure && error.code === 'cancelled') throw error;
    return 'unreachable';
  }
}

/** Where others wrote during each try, they wait for one more. */
function writeNow(store: Store, work: BackupWork, job: Job): Promise<Manifest> {
  const write = () => inThread<Manifest>(store, { step: 'write', work }, job);
  return write().catch((error: unknown) => {
    if (error instanceof StoreFailure && error.code === 'busy' && !error.reason) return store.queue.run(write);
    throw error;
  });
}

/** The database key of this generation stays in the store, so that what was saved under it can still be read after the key has changed. */
function remember(store: Store, unlocked: Unlocked, made: Omit<MadeBackup, 'name' | 'bytes'>, generation: number) {
  return keepDerived(store, unlocked, async (tx) => {
    const keys = (await findSetting(tx, 'backupKeys')) ?? {};
    await putSetting(tx, 'backupKeys', { ...keys, [generation]: unlocked.key.toString('base64') });
    await putSetting(tx, 'backupState', { lastAt: made.madeAt, failedAt: null, second: made.second });
  });
}

function rememberFailure(store: Store, unlocked: Unlocked, at: number): Promise<void> {
  return keepDerived(store, unlocked, async (tx) => {
    const { lastAt = null, second = 'none' } = (await findSetting(tx, 'backupState')) ?? {};
    await putSetting(tx, 'backupState', { lastAt, failedAt: at, second });
  });
}

/**
 * Makes a backup in a thread of its own, copies it to the second place, and removes those past their time. The audit says so first, so
 * that the entry is in the backup. A second place that cannot be reached is said, and is no failure.
 */
export async function makeBackup(store: Store, reason: BackupReason, given: Job = unattended): Promise<MadeBackup> {
  const unlocked = store.requireUnlocked();
  const folder = store.requireFolder();
  const job = whileUnlocked(store, unlocked, given);
  const now = store.clock.now();
  try {
    await transact(store, 'backups.make', () => Promise.resolve({ output: null, audit: { facts: { reason } } }));
    clearPartials(backupsFolder(folder));
    const purgeMarks = await allPurges(unlocked.tx, folder);
    // Not the file as it lies there: nobody could open a backup with slots that were damaged or changed by another hand.
    const content = await store.queue.run(() => genuineKeys(store));
    const keys = sealKeys(content, [databaseKeyOf(unlocked)]);
    const work = backupWork(folder, unlocked.key, { reason, now, purgeMarks, keys });
    const { workspaceId, generation } = work.about;
    await store.longReads.run(() => writeNow(store, work, job));
    const second = await copyToSecond(store, unlocked, work, job);
    const made = { madeAt: now, reason, second };
    await remember(store, unlocked, made, generation);
    const name = backupName(now, reason, workspaceId);
    rotate(backupsIn(backupsFolder(folder), workspaceId) ?? [], { name, madeAt: now });
    return { ...made, name, bytes: statSync(work.target).size };
  } catch (error) {
    if (!(error instanceof StoreFailure && error.code === 'cancelled'))
      await rememberFailure(store, unlocked, now).catch(() => undefined);
    throw error;
  }
}

/** Before and after what cannot be undone. A server's backups are made by its own tools. */
export async function backUpFor(store: Store, reason: BackupReason, job?: Job): Promise<void> {
  if (!store.server) await makeBackup(store, reason, job);
}
