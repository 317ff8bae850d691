import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { deriveKey } from '../../../../ground/kernel/encryption.ts';
import { StoreFailure } from '../../../../ground/kernel/failure.ts';
import { wholeWords } from '../../../../ground/kernel/words.ts';

/** A key for each purpose, out of the key of a unit or of the workspace: objects, which Node prepares once and not for each value. */
export interface ColumnKeys {
  readonly values: KeyObject;
  readonly equality: KeyObject;
  readonly words: KeyObject;
}

export function columnKeys(dataKey: Buffer): ColumnKeys {
  const derived = (purpose: string): KeyObject => createSecretKey(deriveKey(dataKey, purpose));
  return {
    values: derived('vigie column values'),
    equality: derived('vigie column equality'),
    words: derived('vigie search words'),
  };
}

/** Where a value belongs: moved to another row or column it no longer opens. */
export interface ValuePlace {
  readonly table: string;
  readonly column: string;
  /** Its key; `*` where a write named no single row. */
  readonly row: string;
}

const nonceBytes = 12;
const tagBytes = 16;
/**
 * What kind of value it is, and its place, so that it opens wherever a query puts it; the tokens of its words, where it is found by them; then, in
 * base64, nonce, AES-256-GCM and tag.
 */
const cell = /^(v1|e1):([a-z0-9_]+)\.([a-z0-9_]+):([^:]*)(?::[\w.-]*)?:([A-Za-z0-9+/]+=*)$/;
type Kind = 'v1' | 'e1';

export const isCell = (text: string): boolean => cell.test(text);

function write(
  { values }: ColumnKeys,
  kind: Kind,
  { table, column, row, tokens }: ValuePlace & { readonly tokens?: readonly string[] | undefined },
  nonce: Buffer,
  text: string,
): string {
  const head = [kind, `${table}.${column}`, encodeURIComponent(row), tokens?.join('.') ?? []].flat().join(':');
  const cipher = createCipheriv('aes-256-gcm', values, nonce).setAAD(Buffer.from(head));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${head}:${sealed.toString('base64')}`;
}

/** @param tokens of its words, by which its record is found */
export function sealText(keys: ColumnKeys, place: ValuePlace, text: string, tokens?: readonly string[]): string {
  return write(keys, 'v1', { ...place, tokens }, randomBytes(nonceBytes), text);
}

/** Equal where the texts are, in one column, and opens as the other does: its nonce comes from the text, by HMAC-SHA-256. */
export function sealEqual(keys: ColumnKeys, { table, column }: Omit<ValuePlace, 'row'>, text: string): string {
  const nonce = createHmac('sha256', keys.equality)
    .update(`${table}.${column}\0${text}`)
    .digest()
    .subarray(0, nonceBytes);
  return write(keys, 'e1', { table, column, row: '' }, nonce, text);
}

/** A row is known of a value that was written for one. */
function isOf(expected: Partial<ValuePlace>, kind: string | undefined, place: ValuePlace): boolean {
  const { table = place.table, column = place.column, row } = expected;
  const isOfRow = row === undefined || kind === 'e1' || place.row === '*' || place.row === encodeURIComponent(row);
  return table === place.table && column === place.column && isOfRow;
}

/**
 * Throws `corrupt` where the value was changed, sealed under another key, or is of another place than is expected.
 * @param expected as far as the reader knows it
 */
export function openCell({ values }: ColumnKeys, stored: string, expected: Partial<ValuePlace> = {}): string {
  const [, kind, table = '', column = '', row = '', sealed = ''] = cell.exec(stored) ?? [];
  const bytes = Buffer.from(sealed, 'base64');
  try {
    if (!isOf(expected, kind, { table, column, row })) throw new Error('moved');
    const decipher = createDecipheriv('aes-256-gcm', values, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(stored.slice(0, -sealed.length - 1))).setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    throw new StoreFailure('corrupt');
  }
}

/** Of a keyed hash: among a million words no two have the same. */
const tokenBytes = 9;

/** The keyed hashes of the words, by which records are found, in no order of the text. */
export function wordTokens({ words }: ColumnKeys, text: string): readonly string[] {
  const hashed = (word: string): Buffer => createHmac('sha256', words).update(`word\0${word}`).digest();
  return wholeWords(text)
    .map((word) => hashed(word).subarray(0, tokenBytes).toString('base64url'))
    .sort();
}
