import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { restoreSecret } from '#contract/store/backups';
import { foldWrittenKey } from '../../ground/kernel/encryption.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { keysPath, readKeys, type KeysFile } from '../keysFile.ts';
import { isLoginOf, openSlot } from '../keySlots.ts';
import { readTail } from './container.ts';

export type RestoreSecret = z.output<typeof restoreSecret>;

interface OpenedSlot {
  readonly owner: string;
  readonly keys: readonly Buffer[];
}

/** The key slots in a backup, read as those of a folder are: one reader knows their versions. */
export function keysIn(path: string): KeysFile {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-keys-'));
  try {
    writeFileSync(keysPath(folder), readTail(path).keys, { mode: 0o600 });
    return readKeys(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws `wrong_key` where there is no such slot, or the secret is not its own. */
export async function openBySecret({ slots }: KeysFile, secret: RestoreSecret): Promise<OpenedSlot> {
  if (secret.kind === 'recovery') {
    const slot = slots.find(({ owner }) => owner === 'recovery');
    if (!slot) throw new StoreFailure('wrong_key', 'wrong_recovery_key');
    return { owner: slot.owner, keys: await openSlot(slot, foldWrittenKey(secret.recoveryKey)) };
  }
  const slot = slots.find((each) => each.owner !== 'recovery' && isLoginOf(each, secret.login));
  if (!slot) throw new StoreFailure('wrong_key', 'wrong_passphrase');
  return { owner: slot.owner, keys: await openSlot(slot, secret.passphrase) };
}
