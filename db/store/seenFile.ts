import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';

/**
 * Where a workspace's history ended when this computer last saw it, and the restores that were known by then: hashes and counts, nothing of
 * what is inside. An earlier version kept no restores.
 */
const seen = z.object({
  generation: z.int(),
  sequence: z.int(),
  head: z.string(),
  at: z.number(),
  restores: z.array(z.string()).optional(),
});
export type Seen = z.infer<typeof seen>;
const seenFile = z.object({ format: z.literal('vigie-seen'), workspaces: z.record(z.string(), seen) });

/** One that was damaged or deleted says nothing: a program that can write the user's own folder could have done so anyway. */
export function readSeen(path: string): Readonly<Record<string, Seen>> {
  if (!existsSync(path)) return {};
  try {
    return seenFile.parse(JSON.parse(readFileSync(path, 'utf8'))).workspaces;
  } catch {
    return {};
  }
}

export function writeSeen(seenPath: string, workspaceId: string, seen: Seen): void {
  const workspaces = { ...readSeen(seenPath), [workspaceId]: seen };
  mkdirSync(dirname(seenPath), { recursive: true });
  writeFileAtomically(seenPath, JSON.stringify({ format: 'vigie-seen', workspaces }));
}
