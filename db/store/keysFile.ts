import { createHash, createHmac } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';
import { canonicalJson } from '../ground/kernel/canonicalJson.ts';
import { deriveKey } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { pick } from '../ground/kernel/pick.ts';
import { keySlot, type DatabaseKey, type KeySlot } from './keySlots.ts';

const base64 = z.string().max(100);

const keysFile = z.object({
  format: z.literal('vigie-keys'),
  version: z.literal(1),
  workspaceId: z.uuid(),
  kind: workspaceKind,
  demonstration: z.boolean(),
  /** Rises with each new database key. While a new one is put in place, slots hold both. */
  generation: z.int().min(1),
  slots: z.array(keySlot).min(1).max(500),
  /** What the holder of a database key makes of all above: one for each key that the slots hold. */
  macs: z.array(z.object({ generation: z.int().min(1), mac: base64 })).max(2),
  /** Of all above: tells damage from a wrong passphrase before anyone has the key. */
  digest: z.string().max(64),
});
const anyVersion = z.object({ format: z.literal('vigie-keys'), version: z.int() });
export type KeysFile = z.infer<typeof keysFile>;
export type KeysContent = Omit<KeysFile, 'version' | 'macs' | 'digest'>;

export type KeyCopies = readonly [KeysFile, ...KeysFile[]];

/** A slot that its secret opened, with the copies of the file that were read. */
export interface OpenedSlot {
  readonly copies: KeyCopies;
  readonly slot: KeySlot;
  readonly keys: readonly DatabaseKey[];
}

/** Two copies, written one after the other: one that is damaged or gone is never the only way in. */
const names = ['keys.json', 'keys.copy.json'] as const;

export function contentOf(file: KeysFile): KeysContent {
  return pick(file, 'format', 'workspaceId', 'kind', 'demonstration', 'generation', 'slots');
}

/** What tells the files made with a database key from others, and opens nothing: of the key, only its holders can compute it. */
export const markOfKey = (key: Buffer): Buffer => deriveKey(key, 'vigie keys file');

function macOf(content: KeysContent, mark: Buffer): string {
  return createHmac('sha256', mark).update(canonicalJson(content)).digest('base64');
}

function digestOf(file: KeysFile): string {
  return createHash('sha256')
    .update(canonicalJson({ ...file, digest: '' }))
    .digest('hex');
}

/** Whether someone who had this database key wrote the file, as it is. */
export function isMadeWith(file: KeysFile, { generation, key }: DatabaseKey): boolean {
  const mac = macOf(contentOf(file), markOfKey(key));
  return file.macs.some((each) => each.generation === generation && each.mac === mac);
}

/** The same for who has only the mark of the key. */
export function hasMark(file: KeysFile, mark: Buffer): boolean {
  const mac = macOf(contentOf(file), mark);
  return file.macs.some((each) => each.mac === mac);
}

export function isContentOf(file: KeysFile, content: KeysContent): boolean {
  return canonicalJson(contentOf(file)) === canonicalJson(content);
}

/** Of the first copy. */
export const keysPath = (folder: string): string => join(folder, names[0]);

/** Throws `keys_damaged` where the text is not a whole key file, `newer_schema` where a newer Vigie wrote it. */
export function parseKeys(text: string): KeysFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new StoreFailure('corrupt', 'keys_damaged');
  }
  const version = anyVersion.safeParse(parsed);
  if (version.success && version.data.version > 1) throw new StoreFailure('newer_schema');
  const keys = keysFile.safeParse(parsed);
  if (!keys.success || digestOf(keys.data) !== keys.data.digest) throw new StoreFailure('corrupt', 'keys_damaged');
  return keys.data;
}

/** A copy that the disk does not give, or that is no file, is damaged as one with other bytes is: the second one answers for it. */
function readOne(path: string): KeysFile | StoreFailure | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return null;
  if (!found.isFile()) return new StoreFailure('corrupt', 'keys_damaged');
  try {
    return parseKeys(readFileSync(path, 'utf8'));
  } catch (error) {
    return error instanceof StoreFailure ? error : new StoreFailure('corrupt', 'keys_damaged');
  }
}

/**
 * The copies of the key file that are whole, the first one first: nobody has vouched for them yet. Throws `keys_missing` where there is none
 * beside a store, `keys_damaged` where none is whole, `newer_schema` where a newer Vigie wrote them.
 */
export function readKeyCopies(folder: string): KeyCopies {
  const whole: KeysFile[] = [];
  const failures: StoreFailure[] = [];
  for (const name of names) {
    const read = readOne(join(folder, name));
    if (read instanceof StoreFailure) failures.push(read);
    else if (read !== null) whole.push(read);
  }
  const [first, ...others] = whole;
  const failure = failures.find(({ code }) => code === 'newer_schema') ?? (first ? undefined : failures[0]);
  if (failure) throw failure;
  if (first) return [first, ...others];
  throw existsSync(join(folder, 'store.db'))
    ? new StoreFailure('corrupt', 'keys_missing')
    : new StoreFailure('not_found', 'not_a_workspace');
}

export function readKeys(folder: string): KeysFile {
  return readKeyCopies(folder)[0];
}

/** The content under each database key that its slots hold. */
export function sealKeys(content: KeysContent, keys: readonly DatabaseKey[]): KeysFile {
  const macs = keys.map(({ generation, key }) => ({ generation, mac: macOf(content, markOfKey(key)) }));
  const file: KeysFile = { ...content, version: 1, macs, digest: '' };
  return { ...file, digest: digestOf(file) };
}

export function textOf(file: KeysFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Both copies as they came with a backup: in a folder that is being prepared. */
export function putKeys(folder: string, bytes: Buffer): void {
  for (const name of names) writeFileAtomically(join(folder, name), bytes);
}

/** Writes both copies. A cut of power leaves each of them as it was or as it is now. */
export function writeKeys(folder: string, content: KeysContent, keys: readonly DatabaseKey[]): KeysFile {
  const file = sealKeys(content, keys);
  for (const name of names) {
    const path = join(folder, name);
    // What is in the place of a copy and is no file cannot be replaced by one.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(path, { recursive: true });
    writeFileAtomically(path, textOf(file));
    syncFolder(folder);
  }
  return file;
}

/** A rename is on the disk only when its folder is; Windows has no such call and orders them itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
