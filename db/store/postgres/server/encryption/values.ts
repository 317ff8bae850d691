import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from '../../../../ground/kernel/encryption.ts';
import { StoreFailure } from '../../../../ground/kernel/failure.ts';

/** A key for each purpose, out of the key of a unit or of the workspace. */
export interface ColumnKeys {
  readonly values: Buffer;
  readonly equality: Buffer;
  readonly words: Buffer;
}

export function columnKeys(dataKey: Buffer): ColumnKeys {
  return {
    values: deriveKey(dataKey, 'vigie column values'),
    equality: deriveKey(dataKey, 'vigie column equality'),
    words: deriveKey(dataKey, 'vigie search words'),
  };
}

/** Where a value belongs: moved to another row or column it no longer opens. */
export interface ValuePlace {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

const mark = 'v1:';
const nonceBytes = 12;
const tagBytes = 16;
const boundTo = ({ table, column, row }: ValuePlace): Buffer => Buffer.from(JSON.stringify([table, column, row]));

/** `v1:` and, in base64, nonce, AES-256-GCM and tag. */
export function sealText({ values }: ColumnKeys, place: ValuePlace, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', values, nonce).setAAD(boundTo(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return mark + sealed.toString('base64');
}

/** Throws `corrupt` where the value was changed, moved, or sealed under another key. */
export function openText({ values }: ColumnKeys, place: ValuePlace, stored: string): string {
  const bytes = Buffer.from(stored.slice(mark.length), 'base64');
  try {
    if (!stored.startsWith(mark)) throw new Error('not sealed');
    const decipher = createDecipheriv('aes-256-gcm', values, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(boundTo(place)).setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    throw new StoreFailure('corrupt');
  }
}

/** Equal where the texts are, in one column; 128 bits of HMAC-SHA-256. */
function digestOf(key: Buffer, of: string, text: string): string {
  return createHmac('sha256', key).update(`${of}\0${text}`).digest().subarray(0, 16).toString('base64url');
}

export function equalityOf({ equality }: ColumnKeys, { table, column }: Omit<ValuePlace, 'row'>, text: string): string {
  return digestOf(equality, `${table}.${column}`, text);
}

/** The words of a text without case or accents, each once; a single letter finds nothing. */
export function wholeWords(text: string): readonly string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1))];
}

/** The keyed hashes of the words, by which a unit searches: the same word of another unit has another. */
export function wordTokens({ words }: ColumnKeys, text: string): readonly string[] {
  return wholeWords(text).map((word) => digestOf(words, 'word', word));
}
