import { closeSync, constants, existsSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';

/** The last entry of the audit. */
const mark = z.object({ sequence: z.int(), head: z.string() });
export type Mark = z.infer<typeof mark>;

/**
 * Where a workspace's history ended when this computer last saw it, and the restores that were known by then: hashes and counts, nothing of
 * what is inside.
 */
const seen = mark.extend({
  generation: z.int(),
  at: z.number(),
  restores: z.array(z.string()),
});
export type Seen = z.infer<typeof seen>;
/** What lay in a folder when this computer last used it: the workspace, and in base64 the mark of its key; on a server it has none. */
const known = z.object({ workspaceId: z.string(), mark: z.string().nullable() });
export type Known = z.infer<typeof known>;
const seenFile = z.object({
  format: z.literal('vigie-seen'),
  workspaces: z.record(z.string(), seen),
  /** By the folder's whole path. */
  folders: z.record(z.string(), known),
});
type SeenFile = z.output<typeof seenFile>;

/** In a file next to it, what was written since: short, and always of one length, so that it is written over where it lies. */
const markPath = (seenPath: string, workspaceId: string): string => join(dirname(seenPath), `seen-${workspaceId}.mark`);
const markBytes = 128;

/** A file that was damaged or deleted says nothing: a program that can write the user's own folder could have done so anyway. */
function parsed<S extends z.ZodType>(path: string, schema: S): z.output<S> | null {
  if (!existsSync(path)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

export function readSeen(seenPath: string, workspaceId: string): Seen | null {
  const last = parsed(seenPath, seenFile)?.workspaces[workspaceId];
  return last ? { ...last, ...parsed(markPath(seenPath, workspaceId), mark) } : null;
}

export function readKnown(seenPath: string, folder: string): Known | null {
  return parsed(seenPath, seenFile)?.folders[folder] ?? null;
}

export function writeKnown(seenPath: string, folder: string, known: Known): void {
  change(seenPath, (file) => ({ ...file, folders: { ...file.folders, [folder]: known } }));
}

/** After a restore, which brings back the key that the workspace was under. */
export function forgetKnown(seenPath: string, folder: string): void {
  change(seenPath, (file) => {
    const { [folder]: _, ...folders } = file.folders;
    return { ...file, folders };
  });
}

function change(seenPath: string, how: (file: SeenFile) => SeenFile): void {
  const before = parsed(seenPath, seenFile) ?? { format: 'vigie-seen', workspaces: {}, folders: {} };
  mkdirSync(dirname(seenPath), { recursive: true });
  writeFileAtomically(seenPath, JSON.stringify(how(before)));
}

export function writeSeen(seenPath: string, workspaceId: string, seen: Seen): void {
  change(seenPath, (file) => ({ ...file, workspaces: { ...file.workspaces, [workspaceId]: seen } }));
  writeMark(seenPath, workspaceId, seen);
}

/** With each write, once `writeSeen` has begun: it is on the disk when this returns. */
export function writeMark(seenPath: string, workspaceId: string, { sequence, head }: Mark): void {
  const file = openSync(markPath(seenPath, workspaceId), constants.O_WRONLY | constants.O_CREAT, 0o600);
  try {
    writeSync(file, JSON.stringify({ sequence, head }).padEnd(markBytes), 0);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}
