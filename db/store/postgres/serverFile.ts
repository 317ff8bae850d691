import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import { writeFileAtomically } from '../../ground/kernel/atomicFile.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { syncFolder } from '../keysFile.ts';
import { serverPlace } from '#contract/store/server';

/** What a desk keeps of a workspace on a server, in the place of the encrypted file: nothing in it opens anything. */
export const serverFile = z.object({
  format: z.literal('vigie-server'),
  version: z.literal(1),
  workspaceId: z.uuid(),
  kind: workspaceKind,
  place: serverPlace,
  /** Asks for a person's sealed slot, and can do nothing else. */
  entry: z.object({ user: z.string().min(1), password: z.string().min(1) }),
});
export type ServerFile = z.infer<typeof serverFile>;

const pathIn = (folder: string): string => join(folder, 'server.json');

export const isOnServer = (folder: string): boolean => existsSync(pathIn(folder));

/** Null in a folder that is no workspace of a server. */
export function readServerFile(folder: string): ServerFile | null {
  if (!isOnServer(folder)) return null;
  try {
    return serverFile.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8')));
  } catch {
    throw new StoreFailure('corrupt', 'server_file_damaged');
  }
}

/** The folder that every desk gets a copy of. */
export function writeServerFile(folder: string, content: Omit<ServerFile, 'format' | 'version'>): void {
  const file: ServerFile = { format: 'vigie-server', version: 1, ...content };
  const building = `${folder}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  writeFileAtomically(pathIn(building), `${JSON.stringify(file, null, 2)}\n`);
  renameSync(building, folder);
  syncFolder(dirname(folder));
}
