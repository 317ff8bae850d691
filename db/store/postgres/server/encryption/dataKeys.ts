import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { openSealedTo, sealTo } from '../../../../ground/kernel/encryption.ts';
import { StoreFailure } from '../../../../ground/kernel/failure.ts';

/** Of a unit; the workspace's own is in each person's slot. */
export const newDataKey = (): Buffer => randomBytes(32);

const base64 = z.string();
const sealed = z.object({ ephemeral: base64, iv: base64, data: base64, tag: base64 });
const purpose = 'vigie data key';
const boundTo = (scope: string, userId: string): string => JSON.stringify([scope, userId]);

export interface KeyHolder {
  /** The unit's id. */
  readonly scope: string;
  readonly userId: string;
  readonly publicKey: string;
}

/** A unit's key so that the person alone opens it: the server keeps it and cannot. */
export function wrapDataKey({ scope, userId, publicKey }: KeyHolder, key: Buffer): string {
  return JSON.stringify(sealTo(publicKey, key, boundTo(scope, userId), purpose));
}

export interface WrappedKey {
  readonly scope: string;
  readonly wrapped: string;
}

/** What was wrapped to a person, by the private half of their pair. */
export function openDataKeys(
  rows: readonly WrappedKey[],
  userId: string,
  privateKey: Buffer,
): ReadonlyMap<string, Buffer> {
  try {
    return new Map(
      rows.map(({ scope, wrapped }) => [
        scope,
        openSealedTo(privateKey, sealed.parse(JSON.parse(wrapped)), boundTo(scope, userId), purpose),
      ]),
    );
  } catch {
    throw new StoreFailure('corrupt', 'keys_damaged');
  }
}
