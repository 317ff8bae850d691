import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupReason, type BackupReason } from '#contract/store/backups';
import { notBackup, readTail } from './container.ts';

const ending = '.vigiebackup';

/** A backup as its name and key slots describe it, without any key. */
export interface BackupFile {
  readonly name: string;
  readonly path: string;
  readonly madeAt: number;
  readonly reason: BackupReason;
  readonly bytes: number;
  readonly generation: number;
}

export const backupsFolder = (folder: string): string => join(folder, 'backups');

/** The time of making, why, and the beginning of the workspace's id: what a person needs in order to choose one. */
export function backupName(madeAt: number, reason: BackupReason, workspaceId: string): string {
  const time = new Date(madeAt).toISOString().replace(/[-:.]/g, '');
  return `${time}-${reason}-${workspaceId.slice(0, 8)}${ending}`;
}

const named = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z_]+)-[0-9a-f]{8}\.vigiebackup$/;
export const isBackupName = (name: string): boolean => named.test(name);
/** The readable part of the key slots; the rest is for `readKeys`. */
const publicKeys = z.object({ workspaceId: z.uuid(), kind: z.string(), generation: z.int() });

export function publicPart(path: string): z.infer<typeof publicKeys> {
  const { keys } = readTail(path);
  try {
    return publicKeys.parse(JSON.parse(keys.toString('utf8')));
  } catch {
    throw notBackup();
  }
}

function describe(folder: string, name: string, workspaceId: string): BackupFile[] {
  const [, year, month, day, hour, minute, second, thousandth, why] = named.exec(name) ?? [];
  const reason = backupReason.safeParse(why);
  if (!reason.success) return [];
  const path = join(folder, name);
  try {
    const part = publicPart(path);
    if (part.workspaceId !== workspaceId) return [];
    const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandth}Z`);
    return [{ name, path, madeAt, reason: reason.data, bytes: statSync(path).size, generation: part.generation }];
  } catch {
    return [];
  }
}

/** The backups of one workspace in a folder, newest first; what is cut short or another's is left out. Null: the folder cannot be reached. */
export function backupsIn(folder: string, workspaceId: string): readonly BackupFile[] | null {
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .flatMap((name) => describe(folder, name, workspaceId))
    .sort((a, b) => b.madeAt - a.madeAt);
}

/** Makes the folder where need be, and removes what an interrupted backup left in it. */
export function clearPartials(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder))
    if (name.endsWith(`${ending}.partial`)) rmSync(join(folder, name), { force: true });
}
