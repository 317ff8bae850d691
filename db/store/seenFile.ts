import { closeSync, constants, existsSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';

/** The last entry of the audit. */
const mark = z.object({ sequence: z.int(), head: z.string() });
export type Mark = z.infer<typeof mark>;

/**
 * Where a workspace's history ended when this computer last saw it, and the restores that were known by then: hashes and counts, nothing of
 * what is inside. An earlier version kept no restores.
 */
const seen = mark.extend({
  generation: z.int(),
  at: z.number(),
  restores: z.array(z.string()).optional(),
});
export type Seen = z.infer<typeof seen>;
const seenFile = z.object({ format: z.literal('vigie-seen'), workspaces: z.record(z.string(), seen) });

/** In a file next to it, what was written since: short, and always of one length, so that it is written over where it lies. */
const markPath = (seenPath: string, workspaceId: string): string => join(dirname(seenPath), `seen-${workspaceId}.mark`);
const markBytes = 128;

/** A file that was damaged or deleted says nothing: a program that can write the user's own folder could have done so anyway. */
function parsed<T>(path: string, schema: z.ZodType<T>): T | null {
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

export function writeSeen(seenPath: string, workspaceId: string, seen: Seen): void {
  const workspaces = { ...parsed(seenPath, seenFile)?.workspaces, [workspaceId]: seen };
  mkdirSync(dirname(seenPath), { recursive: true });
  writeFileAtomically(seenPath, JSON.stringify({ format: 'vigie-seen', workspaces }));
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
