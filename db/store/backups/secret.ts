import type { z } from 'zod';
import type { restoreSecret } from '#contract/store/backups';
import { foldWrittenKey } from '../../ground/kernel/encryption.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { parseKeys, type KeysFile } from '../keysFile.ts';
import { isLoginOf, openSlot, type KeySlot } from '../keySlots.ts';
import { readTail } from './container.ts';

export type RestoreSecret = z.output<typeof restoreSecret>;

interface OpenedSlot {
  readonly owner: string;
  readonly keys: readonly Buffer[];
}

/** The key slots in a backup. */
export function keysIn(path: string): KeysFile {
  return parseKeys(readTail(path).keys.toString('utf8'));
}

async function keysBehind(slot: KeySlot, secret: string): Promise<readonly Buffer[]> {
  return (await openSlot(slot, secret)).map(({ key }) => key);
}

/** Throws `wrong_key` where there is no such slot, or the secret is not its own. */
export async function openBySecret({ slots }: KeysFile, secret: RestoreSecret): Promise<OpenedSlot> {
  if (secret.kind === 'recovery') {
    const slot = slots.find(({ owner }) => owner === 'recovery');
    if (!slot) throw new StoreFailure('wrong_key', 'wrong_recovery_key');
    return { owner: slot.owner, keys: await keysBehind(slot, foldWrittenKey(secret.recoveryKey)) };
  }
  const slot = slots.find((each) => each.owner !== 'recovery' && isLoginOf(each, secret.login));
  if (!slot) throw new StoreFailure('wrong_key', 'wrong_passphrase');
  return { owner: slot.owner, keys: await keysBehind(slot, secret.passphrase) };
}
