import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openForReading } from '../sqlite/connection.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { readTail } from './container.ts';
import { factsOf } from './facts.ts';
import { backupName, isBackupName } from './files.ts';
import { hashOfBytes, hashOfFile, openManifest, type Manifest } from './manifest.ts';

const damaged = (): StoreFailure => new StoreFailure('corrupt', 'backup_damaged');

/** A person chooses by the name: an older backup under a newer name would bring back what was undone since. */
function requireOwnName(path: string, { madeAt, reason, workspaceId }: Manifest): void {
  const name = basename(path, '.partial');
  if (isBackupName(name) && name !== backupName(madeAt, reason, workspaceId)) throw damaged();
}

/** The cheap half: the manifest holds, and so do the key slots. The copy of the store is not read. */
export function readBackup(path: string, key: Buffer): Manifest {
  const tail = readTail(path);
  const about = openManifest(key, tail.manifest);
  if (about.bytes !== tail.storeBytes || about.sha256.keys !== hashOfBytes(tail.keys)) throw damaged();
  requireOwnName(path, about);
  return about;
}

/**
 * Reads the whole file again: hashes, every page of the copy under its key, its rows and its audit head. `integrity_check` also looks up
 * each row in each index, which takes longer than all the rest: that is for a drill or a restore, not for each writing.
 */
export function checkBackup(
  path: string,
  key: Buffer,
  pages: 'quick_check' | 'integrity_check' = 'integrity_check',
): Manifest {
  const about = readBackup(path, key);
  if (hashOfFile(path, about.bytes) !== about.sha256.store) throw damaged();
  const copy = openForReading(path, key);
  try {
    if (copy.pragma(pages, { simple: true }) !== 'ok') throw damaged();
    const { schema, audit, rows, disabledUsers } = about;
    if (!isDeepStrictEqual(factsOf(copy), { schema, audit, rows, disabledUsers })) throw damaged();
  } finally {
    copy.close();
  }
  return about;
}
