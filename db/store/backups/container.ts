import { closeSync, fstatSync, fsyncSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import { StoreFailure } from '../../ground/kernel/failure.ts';

/**
 * A `.vigiebackup` begins with the encrypted copy of the store, as SQLite wrote it, so that it is opened where it lies. After it come the
 * bytes of `keys.json`, the sealed manifest, and 32 bytes that say how long each part is.
 */
const mark = Buffer.from('vigie-backup-1\n\0');
const footBytes = 32;
/** Far above any workspace's: a length from a foreign file is no reason to ask for that much memory. */
const mostBytes = 16 * 1024 * 1024;

interface Tail {
  /** Where the copy of the store ends. */
  readonly storeBytes: number;
  readonly keys: Buffer;
  readonly manifest: Buffer;
}

export const notBackup = (): StoreFailure => new StoreFailure('invalid_input', 'not_a_backup');

/** `writeSync` may write less than it was given. */
function writeWhole(handle: number, bytes: Buffer, at: number): void {
  for (let written = 0; written < bytes.length;)
    written += writeSync(handle, bytes, written, bytes.length - written, at + written);
}

function readAt(handle: number, bytes: number, at: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let read = 0; read < bytes;) {
    const count = readSync(handle, buffer, read, bytes - read, at + read);
    if (count === 0) throw notBackup();
    read += count;
  }
  return buffer;
}

/** Writes the tail after the copy, in place of one that was there, and waits for the disk. */
export function writeTail(path: string, { storeBytes, keys, manifest }: Tail): void {
  const foot = Buffer.alloc(footBytes);
  mark.copy(foot);
  foot.writeBigUInt64BE(BigInt(storeBytes), 16);
  foot.writeUInt32BE(keys.length, 24);
  foot.writeUInt32BE(manifest.length, 28);
  truncateSync(path, storeBytes);
  const handle = openSync(path, 'r+');
  try {
    writeWhole(handle, Buffer.concat([keys, manifest, foot]), storeBytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Throws `not_a_backup` for any other file, and for one that was cut short. */
export function readTail(path: string): Tail {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size < footBytes) throw notBackup();
    const foot = readAt(handle, footBytes, size - footBytes);
    const storeBytes = Number(foot.readBigUInt64BE(16));
    const keysBytes = foot.readUInt32BE(24);
    const manifestBytes = foot.readUInt32BE(28);
    const isWhole =
      storeBytes + keysBytes + manifestBytes + footBytes === size && keysBytes + manifestBytes < mostBytes;
    if (!foot.subarray(0, 16).equals(mark) || !isWhole) throw notBackup();
    return {
      storeBytes,
      keys: readAt(handle, keysBytes, storeBytes),
      manifest: readAt(handle, manifestBytes, storeBytes + keysBytes),
    };
  } finally {
    closeSync(handle);
  }
}
