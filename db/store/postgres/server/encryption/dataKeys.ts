import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { openSealedTo, sealTo } from '../../../../ground/kernel/encryption.ts';
import { StoreFailure } from '../../../../ground/kernel/failure.ts';

/** A unit's id, or the workspace itself. */
export type KeyScope = string;
export const workspaceScope: KeyScope = 'workspace';

export const newDataKey = (): Buffer => randomBytes(32);

const base64 = z.string();
const wrapped = z.object({ ephemeral: base64, iv: base64, data: base64, tag: base64 });
const purpose = 'vigie data key';
const boundTo = (scope: KeyScope, userId: string): string => JSON.stringify([scope, userId]);

/**
 * Wraps a key to a person's public half, so that they alone open it; the server keeps it and cannot. Once for each: a person with
 * another pair needs an administrator to forget what was wrapped to the pair before.
 */
export async function giveDataKey(
  client: ClientBase,
  { scope, userId, publicKey }: { readonly scope: KeyScope; readonly userId: string; readonly publicKey: string },
  key: Buffer,
): Promise<void> {
  const sealed = sealTo(publicKey, key, boundTo(scope, userId), purpose);
  await client.query('INSERT INTO vigie.data_key (scope, user_id, wrapped) VALUES ($1, $2, $3)', [
    scope,
    userId,
    JSON.stringify(sealed),
  ]);
}

/** The keys that were wrapped to a person, opened by the private half of their pair. */
export async function ownDataKeys(
  client: ClientBase,
  userId: string,
  privateKey: Buffer,
): Promise<ReadonlyMap<KeyScope, Buffer>> {
  const { rows } = await client.query<{ scope: string; wrapped: string }>(
    'SELECT scope, wrapped FROM vigie.data_key WHERE user_id = $1',
    [userId],
  );
  try {
    return new Map(
      rows.map(({ scope, wrapped: text }) => [
        scope,
        openSealedTo(privateKey, wrapped.parse(JSON.parse(text)), boundTo(scope, userId), purpose),
      ]),
    );
  } catch {
    throw new StoreFailure('corrupt', 'keys_damaged');
  }
}
