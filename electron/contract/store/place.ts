import { z } from 'zod';
import type { Role } from '../ground/codes.ts';
import { line, nothing } from '../ground/common.ts';
import { action, read } from '../ground/define.ts';

/** Where a workspace is used: the computer's name and the folder's whole path. */
export const workspacePlace = z.object({ computer: z.string(), folder: z.string() });
export type WorkspacePlace = z.infer<typeof workspacePlace>;

/** Where a workspace is now, as the one that it was moved from says it. */
export const movedTo = z.object({
  /** Hosts and database; null where it is in a folder again. */
  server: z.string().nullable(),
  /** Where the workspace's folder was written, which on a server holds its connection file. */
  computer: z.string(),
  folder: z.string(),
  at: z.number(),
});
export type MovedTo = z.infer<typeof movedTo>;

/** What a user says of a workspace that was last used elsewhere: a copy to look at, or the original that moved. */
export const placeAnswer = z.enum(['copy', 'moved']);
export type PlaceAnswer = z.infer<typeof placeAnswer>;

/** What is another than when this computer last used a folder: the workspace in it, or the key that it is under. */
export const otherHere = z.enum(['workspace', 'key']);
export type OtherHere = z.infer<typeof otherHere>;

/** Who may say that a workspace is the original; a copy may be looked at by all who can sign in. */
export const originalRoles = ['administrator', 'supervisor', 'coordinator'] as const satisfies readonly Role[];

export const placeMethods = {
  /** Of a copy that is looked at: where the original was last used. Null: it is the original. */
  'workspace.place': read(nothing, z.object({ copyOf: workspacePlace.nullable() }), {
    roles: 'anyone',
    audited: { not: 'reference' },
  }),
  /** The copy is the workspace from here on. Refused (`state_not_allowed`) where it is the original already. */
  'workspace.original': action(z.object({ reason: line(200) }), nothing, {
    roles: originalRoles,
    touches: ['session', 'settings', 'backups', 'users'],
  }),
};
