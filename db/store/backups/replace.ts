import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newMark, writeFileAtomically } from '../../ground/kernel/atomicFile.ts';
import { holdInstanceLock } from '../instanceLock.ts';
import { syncFolder } from '../keysFile.ts';

/** What will take the place of the files of a workspace, until it has. */
export const preparedFolder = (folder: string): string => join(folder, 'restore.prepared');
const readyName = 'ready.json';
/** Names of files in the folder, never a path out of it: any person who can write the folder could have written them. */
const ownName = z
  .string()
  .regex(/^[^/\\]+$/)
  .refine((name) => name !== '.' && name !== '..');
const ready = z.object({ before: z.string().regex(/^before-restore-[\dTZ]+$/), files: z.array(ownName) });

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** The files of the workspace itself; the lock belongs to who holds it. */
function ownFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => !name.startsWith('lock.db') && statSync(join(folder, name)).isFile());
}

/** From here on the exchange is decided: whatever interrupts it, the next opening of the folder finishes it. */
export function declareReady(folder: string, now: number): string | null {
  const prepared = preparedFolder(folder);
  for (const name of readdirSync(prepared)) syncFile(join(prepared, name));
  const files = ownFiles(folder);
  const before = `before-restore-${new Date(now).toISOString().replace(/[-:.]/g, '')}`;
  writeFileAtomically(join(prepared, readyName), JSON.stringify({ before, files }));
  syncFolder(prepared);
  return files.length > 0 ? before : null;
}

function readReady(prepared: string): z.infer<typeof ready> | null {
  // A file that cannot be read now is read at the next opening; only what it says can show that Vigie did not write it.
  const text = readFileSync(join(prepared, readyName), 'utf8');
  try {
    return ready.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Moves what was there aside and what was prepared into its place. Done twice, it does nothing the second time. */
export function exchange(folder: string, onStep: () => void = () => undefined): void {
  const prepared = preparedFolder(folder);
  const found = readReady(prepared);
  if (found === null) {
    // No restore of Vigie's wrote this: nothing is moved by it, and it stays to be looked at.
    renameSync(prepared, join(folder, `restore.rejected-${newMark()}`));
    return;
  }
  const { before, files } = found;
  const beside = join(folder, before);
  if (files.length > 0) mkdirSync(beside, { recursive: true, mode: 0o700 });
  for (const name of files) {
    if (existsSync(join(beside, name)) || !existsSync(join(folder, name))) continue;
    renameSync(join(folder, name), join(beside, name));
    onStep();
  }
  for (const name of readdirSync(prepared).filter((each) => each !== readyName)) {
    renameSync(join(prepared, name), join(folder, name));
    onStep();
  }
  syncFolder(folder);
  rmSync(prepared, { recursive: true, force: true });
}

/** A restore that was cut short: decided, it is finished; not yet, the store is as it was and what was prepared goes. */
export function finishRestore(folder: string): void {
  const prepared = preparedFolder(folder);
  if (!existsSync(prepared)) return;
  const release = holdInstanceLock(folder);
  try {
    if (existsSync(join(prepared, readyName))) exchange(folder);
    else rmSync(prepared, { recursive: true, force: true });
  } finally {
    release();
  }
}
