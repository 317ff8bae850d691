import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Reply } from '#contract/ground/errors';
import { backupMethods } from '#contract/store/backups';
import { newWorkspace, session } from '#contract/store/session';
import type { Grants, GrantedPath } from './grants.ts';
import type { IdleLock } from './idleLock.ts';
import type { LeftAt } from './leftAt.ts';
import type { StoreProcess } from './storeProcess.ts';
import type { WorkspaceInUse } from './workspaceInUse.ts';
import { folderOf, type Workspaces } from './workspaces.ts';

/** The store builds the demonstration where this token points: the page names no folder for it. */
const DEMONSTRATION_TOKEN = '00000000-0000-4000-8000-000000000001';

const created = newWorkspace.pick({ parent: true, name: true });
const restored = backupMethods['backups.restore'].input.pick({ parent: true, name: true, file: true });
const salvaged = backupMethods['backups.salvage'].output.pick({ folder: true });
const prepared = z.object({ folders: z.array(z.string().regex(/^[^/\\]+\.vigie$/)) });
const idle = session.shape.workspace.pick({ idleMinutes: true });
const signedIn = z.object({ workspace: idle });
const whoSignedIn = z.object({
  workspace: session.shape.workspace.pick({ id: true }),
  user: session.shape.user.pick({ id: true }),
});

interface Parts {
  readonly store: StoreProcess;
  readonly grants: Grants;
  readonly workspaces: Workspaces;
  readonly inUse: WorkspaceInUse;
  readonly idleLock: IdleLock;
  readonly leftAt: Pick<LeftAt, 'enter'>;
}

/** Passes a call on to the store as it came. Main looks only at what it must remember: folders, and the idle time. */
export function createStoreCalls(parts: Parts): (method: string, input: unknown) => Promise<Reply<unknown>> {
  return async (method, input) => {
    const reply = await parts.store.call(method, input, await grantedPaths(parts, method, input));
    // What the store has done is returned, whatever main fails to note: a lost reply could lose a recovery key.
    if (reply.ok) await notice(parts, method, input, reply.value).catch(() => undefined);
    return reply;
  };
}

async function grantedPaths({ grants, workspaces }: Parts, method: string, input: unknown): Promise<GrantedPath[]> {
  const named = [...grants.named(input)];
  if (method !== 'demonstration.prepare') return named;
  return [...named, { token: DEMONSTRATION_TOKEN, path: await workspaces.demonstrationFolder(), access: 'write' }];
}

async function notice(parts: Parts, method: string, input: unknown, value: unknown): Promise<void> {
  switch (method) {
    case 'session.signIn':
      noticeSession(parts, value);
      return;
    case 'session.recover':
      noticeSession(parts, (value as { readonly session?: unknown }).session);
      return;
    case 'workspace.create':
      await noticeCreated(parts, input);
      noticeSession(parts, (value as { readonly session?: unknown }).session);
      return;
    case 'backups.restore':
      await noticeRestored(parts, input);
      return;
    case 'backups.salvage':
      await noticeSalvaged(parts, value);
      return;
    case 'settings.save':
      noticeIdleTime(parts, idle.safeParse(input));
      return;
    case 'demonstration.prepare':
      await noticeDemonstration(parts, value);
      return;
    default:
      return;
  }
}

function noticeSession(parts: Parts, value: unknown): void {
  const parsed = signedIn.safeParse(value);
  parts.inUse.beginSession();
  const who = whoSignedIn.safeParse(value).data;
  if (who !== undefined) parts.leftAt.enter(`${who.workspace.id} ${who.user.id}`);
  noticeIdleTime(parts, parsed.success ? { success: true, data: parsed.data.workspace } : { success: false });
}

type IdleTime =
  | { readonly success: true; readonly data: { readonly idleMinutes: number } }
  | { readonly success: false };

function noticeIdleTime({ idleLock }: Parts, parsed: IdleTime): void {
  if (parsed.success) idleLock.begin(parsed.data.idleMinutes);
}

/** The reply carries no path: the folder is made up as the store makes it. */
async function noticeCreated({ grants, workspaces, inUse }: Parts, input: unknown): Promise<void> {
  const parsed = created.safeParse(input);
  const parent = parsed.success ? grants.path(parsed.data.parent, 'file') : null;
  if (!parsed.success || parent === null) return;
  const folder = folderOf(parent, parsed.data.name);
  inUse.adopt(folder);
  await workspaces.remember(folder);
}

/** Where it names no folder it went into the workspace that the backup lies in, in its folder of backups. */
async function noticeRestored({ grants, workspaces }: Parts, input: unknown): Promise<void> {
  const parsed = restored.safeParse(input);
  if (!parsed.success) return;
  const { parent, name, file } = parsed.data;
  const path = grants.path(parent ?? file, 'file');
  if (path === null) return;
  await workspaces.remember(parent !== undefined && name !== undefined ? folderOf(path, name) : dirname(dirname(path)));
}

async function noticeSalvaged({ workspaces, inUse }: Parts, value: unknown): Promise<void> {
  const parsed = salvaged.safeParse(value);
  const folder = inUse.folder();
  if (parsed.success && folder !== null) await workspaces.remember(join(dirname(folder), parsed.data.folder));
}

async function noticeDemonstration({ workspaces }: Parts, value: unknown): Promise<void> {
  const parsed = prepared.safeParse(value);
  if (!parsed.success) return;
  const parent = await workspaces.demonstrationFolder();
  for (const name of parsed.data.folders) await workspaces.remember(join(parent, name));
}
