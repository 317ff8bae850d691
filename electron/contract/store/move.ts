import { z } from 'zod';
import { line, nothing } from '../ground/common.ts';
import { action } from '../ground/define.ts';
import { fileGrant, jobId } from '../ground/ids.ts';
import { movedTo } from './place.ts';
import { serverPlace } from './server.ts';

/** What was compared before anything is confirmed. */
export const moveReport = z.object({
  to: z.enum(['server', 'folder']),
  /** Hosts and database, or the folder. */
  place: z.string(),
  /** A digest is keyed: it tells nothing of the rows to who has not the workspace's key. */
  tables: z.array(z.object({ table: z.string(), rows: z.int(), digest: z.string() })),
  rows: z.int(),
  /** Of the audit journal. */
  entries: z.int(),
  head: z.string(),
  /** Who signs in with the same passphrase as before. */
  people: z.int(),
  /** Who has no way in yet: an administrator gives them a first passphrase. */
  without: z.array(z.string()),
  /** Whether an earlier copy, which nobody had confirmed, was replaced. */
  isAgain: z.boolean(),
});
export type MoveReport = z.infer<typeof moveReport>;

export const moveMethods = {
  /**
   * Copies the workspace to a server, or back to a folder, and compares both. Until `workspace.confirmMove` nobody can open the copy, nothing
   * can be written in the workspace, and a lock undoes it.
   */
  'workspace.move': action(
    z.object({
      jobId,
      /** Null where the workspace is on a server, which it is then moved from. */
      server: serverPlace.nullable(),
      /** Of the one who prepared the database. */
      account: z.object({ user: line(63), password: z.string().min(1).max(1000) }),
      /** Where the folder is made: of the workspace, or of its connection file. */
      parent: fileGrant,
      name: line(60).regex(/^[^/\\:*?"<>|.][^/\\:*?"<>|]*$/),
    }),
    moveReport,
    { roles: ['administrator'], touches: [] },
  ),
  /** From here on the copy is the workspace, and this one can only be read. */
  'workspace.confirmMove': action(nothing, movedTo, { roles: ['administrator'], touches: ['session', 'settings'] }),
  'workspace.cancelMove': action(nothing, nothing, {
    roles: ['administrator'],
    audited: { not: 'own' },
    touches: [],
  }),
};
