import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ActionName, Output, ParsedInput } from '#contract/index';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { attempt } from '../../store/attempts.ts';
import { notBackup } from '../../store/backups/container.ts';
import { backupsIn, publicPart, type BackupFile } from '../../store/backups/files.ts';
import { factsOf } from '../../store/backups/facts.ts';
import { keyThatOpens, knownKeys } from '../../store/backups/keys.ts';
import { makeBackup } from '../../store/backups/make.ts';
import type { Manifest } from '../../store/backups/manifest.ts';
import { backupSettings, isReachable, placesOf } from '../../store/backups/places.ts';
import { restoreBackup } from '../../store/backups/restore.ts';
import { expiryOf } from '../../store/backups/rotation.ts';
import { salvage } from '../../store/backups/salvage.ts';
import { keysIn } from '../../store/backups/secret.ts';
import { inThread } from '../../store/backups/thread.ts';
import { workspaceFolder } from '../../store/createWorkspace.ts';
import { readKeys } from '../../store/keysFile.ts';
import { forgetFolder } from '../../store/otherHere.ts';
import { findSetting, putSetting } from '../../store/settings.ts';
import type { Store } from '../../store/store.ts';
import type { ActionContext, ReadHandler } from '../../store/types.ts';

type StoreAction<M extends ActionName> = (
  context: ActionContext,
  input: ParsedInput<M>,
  store: Store,
) => Promise<Output<M>>;

const shown = ({ name, madeAt, reason, bytes }: BackupFile) => ({ name, madeAt, reason, bytes });

type PlacedFile = BackupFile & { readonly place: 'workspace' | 'second' };

/** Every backup of the open workspace that can be reached, newest first. */
async function reachable(store: Store): Promise<readonly PlacedFile[]> {
  const folder = store.requireFolder();
  const { workspaceId } = readKeys(folder);
  const places = await placesOf(store.requireUnlocked().tx, folder);
  return places
    .flatMap(({ place, folder: each }) => (backupsIn(each, workspaceId) ?? []).map((file) => ({ ...file, place })))
    .sort((a, b) => b.madeAt - a.madeAt);
}

/** Read again from end to end, in a thread of its own. */
async function checked(
  context: ActionContext,
  store: Store,
  { path }: BackupFile,
  jobId: ParsedInput<'backups.make'>['jobId'],
) {
  const { key } = keyThatOpens(path, await knownKeys(store.requireUnlocked()));
  return inThread<Manifest>(store, { step: 'check', path, key }, context.job(jobId));
}

const dayInMilliseconds = 86_400_000;

export const backupReads: { readonly 'backups.state': ReadHandler<'backups.state'> } = {
  'backups.state': async (db, _input, { clock, session, notReached }) => {
    const { days } = await backupSettings(db);
    const { lastAt, failedAt, second } = (await findSetting(db, 'backupState')) ?? {
      lastAt: null,
      failedAt: null,
      second: 'none' as const,
    };
    // A workspace without a backup gets its first one once it is idle.
    const isOld = lastAt !== null && clock.now() - lastAt > days * dayInMilliseconds;
    const left = session.roles.includes('administrator') ? [...notReached] : [];
    return { lastAt, lastFailed: failedAt !== null, second, isOld, days, notReached: left };
  },
};

/** What the name of the folder says of a backup that lies in a workspace. */
function homeOf(path: string): string | null {
  const folder = dirname(dirname(path));
  return basename(dirname(path)) === 'backups' && folder.endsWith('.vigie') ? folder : null;
}

function pointOf(path: string): { readonly chosen: string; readonly points: readonly BackupFile[] } {
  const { workspaceId } = publicPart(path);
  const points = backupsIn(dirname(path), workspaceId) ?? [];
  const chosen = points.find((each) => each.path === path);
  if (!chosen) throw notBackup();
  return { chosen: chosen.name, points };
}

/** Guesses count as those at the sign-in do, where there is a workspace to count them in. */
function counted<T>(store: Store, folder: string, work: () => Promise<T>): Promise<T> {
  return existsSync(folder) ? attempt(store, work, folder) : work();
}

type BeforeSignIn = 'backups.inspect' | 'backups.restore' | 'backups.salvage';

export const restoreActions: { readonly [M in BeforeSignIn]: StoreAction<M> } = {
  'backups.inspect': (context, { file }) => {
    const path = context.path(file);
    const { chosen, points } = pointOf(path);
    const home = homeOf(path);
    return Promise.resolve({
      kind: keysIn(path).kind,
      chosen,
      points: points.map(shown),
      home: home === null ? null : basename(home, '.vigie'),
    });
  },

  'backups.restore': async (context, { file, point, parent, name, secret, reason }, store) => {
    if (store.unlocked) throw new StoreFailure('busy');
    const path = context.path(file);
    const { points } = pointOf(path);
    const backup = points.find((each) => each.name === point);
    const folder =
      parent === undefined || name === undefined ? homeOf(path) : workspaceFolder(context.path(parent), name);
    if (!backup || folder === null) throw new StoreFailure('not_found');
    store.close();
    const now = context.clock.now();
    const wish = { backup: backup.path, folder, secret, reason, now };
    const restored = await counted(store, folder, () => restoreBackup(wish));
    forgetFolder(store.options, folder);
    return restored;
  },

  'backups.salvage': async (context, { secret, reason }, store) => {
    if (store.unlocked) throw new StoreFailure('busy');
    const folder = store.requireFolder();
    const now = context.clock.now();
    const found = await counted(store, folder, () => salvage({ folder, secret, reason, now }));
    return { folder: basename(found.folder), tables: [...found.tables], backupAt: found.backupAt };
  },
};

type SignedIn = 'backups.make' | 'backups.list' | 'backups.verify' | 'backups.saveSettings' | 'backups.drill';

export const backupActions: { readonly [M in SignedIn]: StoreAction<M> } = {
  'backups.make': (context, { jobId }, store) => makeBackup(store, 'manual', context.job(jobId)),

  'backups.list': async (_context, _input, store) => {
    const { folder } = await backupSettings(store.requireUnlocked().tx);
    const all = await reachable(store);
    return {
      backups: all.map((file) => ({
        ...shown(file),
        place: file.place,
        expiresAt: expiryOf(
          file,
          all.filter(({ place }) => place === file.place),
        ),
      })),
      second: folder === null ? null : { folder, reachable: isReachable(folder) },
    };
  },

  'backups.verify': async (context, { jobId, name, place }, store) => {
    const file = (await reachable(store)).find((each) => each.name === name && each.place === place);
    if (!file) throw new StoreFailure('not_found');
    const { audit, rows } = await checked(context, store, file, jobId);
    const total = Object.values(rows).reduce((sum, each) => sum + each, 0);
    return { ...shown(file), ...audit, rows: total };
  },

  'backups.saveSettings': async (context, { folder: grant, removePlace, days }) => {
    await context.transact(async (tx) => {
      const before = await backupSettings(tx);
      const folder = removePlace ? null : grant === null ? before.folder : context.path(grant);
      if (folder !== null && folder !== before.folder && !isReachable(folder))
        throw new StoreFailure('read_only', 'folder_read_only');
      const after = { folder, days };
      await putSetting(tx, 'backupPlace', after);
      return {
        output: null,
        audit: {
          subject: { kind: 'settings', id: 'backups' },
          changes: [{ field: 'backups', before, after }],
        },
      };
    });
    return {};
  },

  'backups.drill': async (context, { jobId }, store) => {
    const [file] = await reachable(store);
    if (!file) throw new StoreFailure('not_found');
    const { audit, rows } = await checked(context, store, file, jobId);
    return { name: file.name, madeAt: file.madeAt, ...compareWithStore(store, audit, rows) };
  },
};

/** What would come back, by table, and what the store has that the backup has not. */
function compareWithStore(store: Store, audit: Manifest['audit'], rows: Manifest['rows']) {
  const { raw } = store.requireUnlocked();
  const entry = raw.prepare('SELECT at, hash FROM audit_entry WHERE sequence = ?').get(audit.sequence) as
    | { at: number; hash: string }
    | undefined;
  // The backup belongs to a history that is not this store's.
  if (entry?.hash !== audit.head) throw new StoreFailure('corrupt', 'backup_damaged');
  const now = factsOf(raw);
  return {
    sequence: audit.sequence,
    lastEntryAt: entry.at,
    entriesSince: now.audit.sequence - audit.sequence,
    tables: Object.keys({ ...rows, ...now.rows })
      .sort()
      .map((table) => ({ table, inBackup: rows[table] ?? 0, now: now.rows[table] ?? 0 }))
      .filter(({ inBackup, now: current }) => inBackup > 0 || current > 0),
  };
}
