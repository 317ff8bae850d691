import { closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openForReading } from '../sqlite/connection.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { syncFolder } from '../keysFile.ts';
import { checkBackup } from './check.ts';
import { writeTail } from './container.ts';
import { factsIn, factsOf, type StoreFacts } from './facts.ts';
import { hashOfBytes, hashOfFile, sealManifest, type Manifest } from './manifest.ts';

export const partialOf = (path: string): string => `${path}.partial`;

export interface BackupWork {
  /** The open store's file. */
  readonly source: string;
  readonly key: Uint8Array;
  /** The key slots of this moment. */
  readonly keys: Uint8Array;
  readonly target: string;
  readonly about: Omit<Manifest, keyof StoreFacts | 'bytes' | 'sha256'>;
}

/** Where a test cuts the work short. */
type OnStep = (step: 'copied' | 'written' | 'checked') => void;

const tries = 3;

/**
 * A copy of the store as it is at one moment, by a connection of its own: nobody's write waits. What it is compared with is read just
 * before, and the whole is done again where a write came between.
 */
function copyStore(source: string, key: Buffer, target: string): StoreFacts {
  for (let left = tries; left > 0; left -= 1) {
    rmSync(target, { force: true });
    const raw = openForReading(source, key);
    try {
      const version = (): unknown => raw.pragma('data_version', { simple: true });
      const began = version();
      const before = factsOf(raw);
      raw.prepare('VACUUM INTO ?').run(target);
      if (version() === began || isDeepStrictEqual(factsIn(target, key), before)) return before;
    } finally {
      raw.close();
    }
  }
  throw new StoreFailure('busy');
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Writes beside the final name, reads it again from the first byte to the last, and only then gives it its name. */
export function writeBackup(
  { source, target, about, ...given }: BackupWork,
  onStep: OnStep = () => undefined,
  copy: (source: string, key: Buffer, target: string) => StoreFacts = copyStore,
): Manifest {
  const key = Buffer.from(given.key);
  const keys = Buffer.from(given.keys);
  const partial = partialOf(target);
  const facts = copy(source, key, partial);
  onStep('copied');
  const bytes = statSync(partial).size;
  const sha256 = { store: hashOfFile(partial), keys: hashOfBytes(keys) };
  const whole = { ...about, ...facts, bytes, sha256 };
  writeTail(partial, { storeBytes: bytes, keys, manifest: sealManifest(key, whole) });
  onStep('written');
  checkBackup(partial, key, 'quick_check');
  onStep('checked');
  renameSync(partial, target);
  syncFolder(dirname(target));
  return whole;
}

/** A closed file is safe on a share. What arrived is read again before it has its name. */
export function copyBackup(from: string, to: string): void {
  const partial = partialOf(to);
  rmSync(partial, { force: true });
  copyFileSync(from, partial, constants.COPYFILE_EXCL);
  syncFile(partial);
  if (hashOfFile(partial) !== hashOfFile(from)) throw new StoreFailure('corrupt', 'backup_damaged');
  renameSync(partial, to);
  syncFolder(dirname(to));
}
