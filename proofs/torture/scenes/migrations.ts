import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceKind, type WorkspaceKind } from '#contract/ground/codes';
import { migrationsOf, pendingMigrations } from '../../../db/store/sqlite/migrate.ts';
import { keptFolder } from '../../../tests/support/keptVersion.ts';
import { administrator, type TestStore } from '../../../tests/support/store.ts';
import { openAfter } from '../workload.ts';
import type { Scene } from './scene.ts';

const kinds = workspaceKind.options;
const kindOf = (time: number): WorkspaceKind => kinds[time % kinds.length]!;

/** The workspaces of an earlier version in turn are brought up to date at the sign-in. */
export const migrations: Scene = {
  name: 'migrations',
  share: 0.2,
  lasts: 900,
  prepare: () => {
    const parent = mkdtempSync(join(tmpdir(), 'vigie-torture-'));
    const folderOf = (time: number): string => join(parent, `${kindOf(time)}.vigie`);
    for (const [time, kind] of kinds.entries()) cpSync(join(keptFolder, kind), folderOf(time), { recursive: true });
    return Promise.resolve({
      folder: folderOf,
      lead: async (running, folder) => {
        await running.until(({ type }) => type === 'ready');
        running.send({ type: 'open', id: 0, folder });
        await running.until(({ type }) => type === 'opened');
      },
      act: (running) => running.ask('session.signIn', administrator),
      look: (folder, _answered, time) => {
        const kind = kindOf(time);
        const look = async ({ store, call }: TestStore): Promise<readonly string[]> => {
          const { raw } = store.requireUnlocked();
          const isNewest = pendingMigrations(raw, migrationsOf(kind)).length === 0;
          const { intact } = await call('audit.verify', {});
          return [
            ...(intact ? [] : [`${kind}: the audit does not hold`]),
            ...(isNewest ? [] : [`${kind}: not brought up to date`]),
          ];
        };
        return openAfter(folder, [administrator.passphrase], look, false);
      },
      dispose: () => {
        rmSync(parent, { recursive: true, force: true });
      },
    });
  },
};
