import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import { backupReason } from '#contract/store/backups';
import { deriveKey, open, seal } from '../../ground/kernel/encryption.ts';
import { purgeMark } from '../purgeMarks.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const purpose = 'vigie backup';

/** What a backup says of itself, sealed under a key that comes from the database's: nobody without it reads or changes a word. */
const manifest = z.object({
  format: z.literal('vigie-backup'),
  version: z.literal(1),
  workspaceId: z.uuid(),
  kind: workspaceKind,
  demonstration: z.boolean(),
  madeAt: z.number(),
  reason: backupReason,
  application: z.string(),
  schema: z.object({ position: z.int(), name: z.string(), hash: digest }),
  /** Of the database key that the copy is under. */
  generation: z.int().min(1),
  audit: z.object({ sequence: z.int(), head: digest }),
  rows: z.record(z.string(), z.int()),
  bytes: z.int(),
  sha256: z.object({ store: digest, keys: digest }),
  /** What a restore of an older backup must do again: users that were disabled until then, and marks of what was purged. */
  disabledUsers: z.array(z.string()),
  purgeMarks: z.array(purgeMark),
});
export type Manifest = z.infer<typeof manifest>;

const sealed = z.object({ iv: z.string(), data: z.string(), tag: z.string() });

export function sealManifest(databaseKey: Buffer, about: Manifest): Buffer {
  const key = deriveKey(databaseKey, purpose);
  return Buffer.from(JSON.stringify(seal(key, Buffer.from(JSON.stringify(about)), purpose)));
}

/** Throws `backup_damaged` where a byte is another, or the key is. */
export function openManifest(databaseKey: Buffer, bytes: Buffer): Manifest {
  try {
    const key = deriveKey(databaseKey, purpose);
    const parts = sealed.parse(JSON.parse(bytes.toString('utf8')));
    return manifest.parse(JSON.parse(open(key, parts, purpose).toString('utf8')));
  } catch {
    throw new StoreFailure('corrupt', 'backup_damaged');
  }
}

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const piece = 4 * 1024 * 1024;

/** Of the first bytes of a file, which may be too long for memory. */
export function hashOfFile(path: string, bytes = Infinity): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(piece);
  const handle = openSync(path, 'r');
  try {
    for (let left = bytes; left > 0;) {
      const count = readSync(handle, buffer, 0, Math.min(piece, left), null);
      if (count === 0) break;
      hash.update(buffer.subarray(0, count));
      left -= count;
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
