import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { appendAudit } from '../../../db/store/audit/append.ts';
import { createForWriting, writeTx } from '../../../db/store/sqlite/connection.ts';
import { migrationsOf, pendingMigrations } from '../../../db/store/sqlite/migrate.ts';
import { buildState, keepRows, keptRows, schemaStates, type SchemaState } from '../../../tests/support/schemaStates.ts';
import { administrator, createDemonstrationStore, type TestStore } from '../../../tests/support/store.ts';
import { copyFolder, openAfter } from '../workload.ts';
import type { Scene } from './scene.ts';

interface Old {
  readonly folder: string;
  readonly state: SchemaState;
  readonly rows: unknown;
  readonly remove: () => void;
}

interface Keys {
  readonly test: TestStore;
  readonly key: Buffer;
  readonly userId: string;
  /** Those that every Vigie wrote. */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

async function newKeys(kind: SchemaState['kind']): Promise<Keys> {
  const test = await createDemonstrationStore(kind);
  const { raw, key, session } = test.store.requireUnlocked();
  const settings = raw
    .prepare("SELECT key, value FROM setting WHERE key IN ('workspace', 'idleMinutes', 'signingKey')")
    .raw()
    .all() as [string, string][];
  const kept = Buffer.from(key);
  test.store.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(test.folder, `store.db${suffix}`), { force: true });
  return { test, key: kept, userId: session.user.id, settings };
}

/** A workspace that was last opened by the Vigie of that state. */
async function oldWorkspace(state: SchemaState, { test, key, userId, settings }: Keys): Promise<Old> {
  const { folder, remove } = copyFolder(test.folder);
  const raw = createForWriting(join(folder, 'store.db'), key);
  try {
    buildState(raw, state);
    keepRows(raw, state.kind);
    for (const setting of settings) raw.prepare('INSERT INTO setting VALUES (?, 1, ?)').run(...setting);
    const { login } = administrator;
    raw.prepare('INSERT INTO user (id, login, display_name) VALUES (?, ?, ?)').run(userId, login, 'Administrator');
    raw.prepare("INSERT INTO user_role (user_id, role) VALUES (?, 'administrator')").run(userId);
    const line = { at: 1, actorId: userId, method: 'workspace.create', outcome: 'done' } as const;
    await appendAudit(writeTx(raw), { ...line, fact: {} });
    return { folder, state, remove, rows: keptRows(raw, state.kind) };
  } finally {
    raw.close();
  }
}

/** Every state in turn is brought up to date at the sign-in. */
export const migrations: Scene = {
  name: 'migrations',
  share: 0.2,
  lasts: 900,
  prepare: async (times) => {
    const keys = { unit: await newKeys('unit'), coordination: await newKeys('coordination') };
    const olds: Old[] = [];
    for (const state of schemaStates.slice(0, times)) olds.push(await oldWorkspace(state, keys[state.kind]));
    const oldOf = (time: number): Old => olds[time % olds.length]!;
    return {
      folder: (time) => oldOf(time).folder,
      lead: async (running, folder) => {
        await running.until(({ type }) => type === 'ready');
        running.send({ type: 'open', id: 0, folder });
        await running.until(({ type }) => type === 'opened');
      },
      act: (running) => running.ask('session.signIn', administrator),
      look: (folder, _answered, time) => {
        const { state, rows } = oldOf(time);
        const look = ({ store }: TestStore): Promise<readonly string[]> => {
          const { raw } = store.requireUnlocked();
          const isWhole = isDeepStrictEqual(keptRows(raw, state.kind), rows);
          const isNewest = pendingMigrations(raw, migrationsOf(state.kind)).length === 0;
          const about = `${state.kind} up to ${basename(state.files.at(-1)!)}`;
          return Promise.resolve([
            ...(isWhole ? [] : [`${about}: rows differ`]),
            ...(isNewest ? [] : [`${about}: not brought up to date`]),
          ]);
        };
        return openAfter(folder, [administrator.passphrase], look, false);
      },
      dispose: () => {
        for (const { remove } of olds) remove();
        for (const { test } of Object.values(keys)) test.dispose();
      },
    };
  },
};
