import { realpathSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { WorkspacePlace } from '#contract/store/place';
import { originalRoles } from '#contract/store/place';
import type { StoreMethod } from '#contract/ground/define';
import type { StoreMethodName } from '#contract/index';
import type { Session } from '#contract/store/session';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { setting } from '../ground/schema/common/workspace.ts';
import type { RawDatabase } from './sqlite/connection.ts';
import { putSetting, settingsSchema, type Settings } from './settings.ts';
import type { Store } from './store.ts';
import { keepDerived, transact } from './transact.ts';

type Kept = Settings['place'];

/** Of a store whose schema may still be an earlier one. */
function kept<K extends 'place' | 'workspace'>(raw: RawDatabase, key: K): Settings[K] | null {
  const value = raw.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined;
  return value === undefined ? null : (settingsSchema[key].parse(JSON.parse(value)) as Settings[K]);
}

/**
 * Null where the place is not looked at: a demonstration is copied at will. The store says whether it is one: a person who copies a folder
 * could write it into the key file.
 */
function here(store: Store, raw: RawDatabase): WorkspacePlace | null {
  const { computer } = store.options;
  if (computer === undefined || kept(raw, 'workspace')?.demonstration === true) return null;
  return { computer, folder: realpathSync.native(store.requireFolder()) };
}

const isSame = (a: WorkspacePlace, b: WorkspacePlace): boolean => a.computer === b.computer && a.folder === b.folder;

/**
 * Before anything is written: where the store was last used in another folder or on another computer, only the user can know whether it is a
 * copy or the original that moved.
 */
export function requireKnownPlace(store: Store, raw: RawDatabase): void {
  const place = here(store, raw);
  const last = place && kept(raw, 'place');
  const isElsewhere = place !== null && last !== null && !isSame(place, last);
  store.copyOf = isElsewhere ? null : (last?.copyOf ?? null);
  if (!isElsewhere) store.placeAnswer = null;
  else if (store.placeAnswer === null) throw new StoreFailure('conflict', 'workspace_moved');
}

/** Two originals would go different ways: a user without these roles looks at a copy until somebody with one of them answers. */
export function requireMayMove({ placeAnswer }: Store, { roles }: Session): void {
  if (placeAnswer === 'moved' && !roles.some((role) => originalRoles.some((each) => each === role)))
    throw new StoreFailure('forbidden', 'original_roles');
}

/** With the sign-in: what was answered. A store that has no place yet, or was restored, is at home where it is. */
export async function recordPlace(store: Store): Promise<void> {
  const { placeAnswer: answer } = store;
  store.placeAnswer = null;
  const unlocked = store.requireUnlocked();
  const place = here(store, unlocked.raw);
  if (!place) return;
  const last = kept(unlocked.raw, 'place');
  if (last && isSame(last, place)) return;
  if (!last) {
    await keepDerived(store, unlocked, (tx) => putSetting(tx, 'place', { ...place, copyOf: null }));
    return;
  }
  const copyOf = answer === 'copy' ? (last.copyOf ?? { computer: last.computer, folder: last.folder }) : null;
  await keep(store, answer === 'copy' ? 'workspace.copied' : 'workspace.moved', last, { ...place, copyOf });
}

async function keep(
  store: Store,
  method: 'workspace.copied' | 'workspace.moved' | 'workspace.original',
  before: Kept | null,
  after: Kept,
  reason?: string,
): Promise<void> {
  await transact(store, method, async (tx) => {
    await putSetting(tx, 'place', after);
    const given = reason === undefined ? [] : [{ field: 'reason', before: null, after: reason }];
    return {
      output: null,
      audit: {
        subject: { kind: 'workspace', id: store.requireUnlocked().session.workspace.id },
        changes: [{ field: 'place', before, after }, ...given],
      },
    };
  });
  store.copyOf = after.copyOf;
}

/** The wrong answer put right, or the original lost: from here on this copy is the workspace. */
export async function becomeOriginal(store: Store, reason: string): Promise<void> {
  const { session } = store.requireUnlocked();
  if (session.workspace.movedTo) return comeBack(store, session, reason);
  const last = kept(store.requireUnlocked().raw, 'place');
  if (!last?.copyOf) throw new StoreFailure('conflict', 'state_not_allowed');
  await keep(store, 'workspace.original', last, { ...last, copyOf: null }, reason);
}

/** Where it was moved to is lost: the workspace goes on where it was, as it was then. */
async function comeBack(store: Store, { roles, workspace }: Session, reason: string): Promise<void> {
  if (!roles.includes('administrator')) throw new StoreFailure('forbidden', 'original_roles');
  await transact(store, 'workspace.original', async (tx) => {
    await tx.delete(setting).where(eq(setting.key, 'moved'));
    return {
      output: null,
      audit: {
        subject: { kind: 'workspace', id: workspace.id },
        changes: [{ field: 'reason', before: null, after: reason }],
      },
    };
  });
}

/** What changes no record, signs nothing and makes no key or backup. An action that is not named here is not done in a copy. */
const lookingOnly: ReadonlySet<string> = new Set<StoreMethodName>([
  'across.export',
  'audit.export',
  'audit.verify',
  'backups.drill',
  'backups.list',
  'backups.verify',
  'breach.report',
  'breach.save',
  'clearance.export',
  'clock.confirm',
  'due.export',
  'due.printRunning',
  'figures.save',
  'frameworks.export',
  'frameworks.schema',
  'lists.export',
  'passphrase.strength',
  'readiness.export',
  'reports.export',
  'workspace.check',
  'workspace.original',
]);

/** What is typed into a form, and how a list is shown, are the user's own. */
const own = /^(drafts|lists)\./;

/** Throws `copy_only` or `moved_away`: in a copy that is looked at, or where the workspace was, nothing is recorded, signed or sent. */
export function requireOriginal({ copyOf, unlocked }: Store, name: string, { type }: StoreMethod): void {
  const isMoved = unlocked?.session.workspace.movedTo !== undefined;
  if ((!copyOf && !isMoved) || type === 'read') return;
  if (!(type === 'write' ? own.test(name) : lookingOnly.has(name)))
    throw new StoreFailure('read_only', isMoved ? 'moved_away' : 'copy_only');
}
