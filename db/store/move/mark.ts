import type { WriteTx } from '../../ground/kernel/database.ts';
import { computerName } from '../../ground/kernel/computer.ts';
import { inArray, isNotNull } from 'drizzle-orm';
import type { WorkspaceKind } from '#contract/ground/codes';
import { backlogBlock, backlogBook } from '../../ground/schema/unit/backlogBook.ts';
import type { MoveReport } from '#contract/store/move';
import { pick } from '../../ground/kernel/pick.ts';
import { setting } from '../../ground/schema/common/workspace.ts';
import type { AuditLine } from '../audit/append.ts';
import type { ServerFile } from '../postgres/serverFile.ts';
import { putSetting, type Settings } from '../settings.ts';
import type { Store } from '../store.ts';

/** The folder that is to be made. */
export interface Target {
  readonly parent: string;
  readonly name: string;
}

/** In the copy: what is said of the place alone that was left, and the book of files, which names what is sealed as figures do there. */
export async function forgetPlace(tx: WriteTx, kind: WorkspaceKind): Promise<void> {
  await tx.delete(setting).where(inArray(setting.key, ['place', 'backupState', 'lastWhole']));
  if (kind !== 'unit') return;
  await tx.delete(backlogBlock).where(isNotNull(backlogBlock.scope));
  await tx.delete(backlogBook).where(isNotNull(backlogBook.scope));
}

/**
 * The entry that ends the audit here and goes on there: the same in both, with the same hash, so that one history is followed by the other. It
 * has no values, whose salts would make it two.
 */
export function departure(
  store: Store,
  { to, tables, rows, entries, head, place }: MoveReport,
  folder: string,
  connection: ServerFile | null,
): { readonly line: AuditLine; readonly moved: Settings['moved'] } {
  const { session } = store.requireUnlocked();
  const at = store.options.clock.now();
  const line: AuditLine = {
    at,
    actorId: session.user.id,
    method: 'workspace.confirmMove',
    outcome: 'done',
    fact: {
      subject: { kind: 'workspace', id: session.workspace.id },
      facts: { to, tables: tables.length, rows, entries, head },
    },
  };
  const computer = store.options.computer ?? computerName();
  return { line, moved: { server: to === 'server' ? place : null, computer, folder, at, connection } };
}

/** In the folder that was left: what it says from here on. The queue has let this in already. */
export async function leaveMark(store: Store, line: AuditLine, moved: Settings['moved']): Promise<void> {
  const unlocked = store.requireUnlocked();
  const { engine, session } = unlocked;
  await engine.transact({ unitIds: [], workspace: true }, async (tx) => {
    await putSetting(tx, 'moved', moved);
    await engine.append(tx, line);
  });
  // Whatever fails from here on, nothing more is written.
  const movedTo = pick(moved, 'server', 'computer', 'folder', 'at');
  unlocked.session = { ...session, workspace: { ...session.workspace, movedTo } };
}
