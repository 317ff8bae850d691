import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkBackup } from '../../../db/store/backups/check.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { administrator, type TestStore } from '../../../tests/support/store.ts';
import { buildTemplate, openAfter } from '../workload.ts';
import { signedIn, type Scene } from './scene.ts';

const backupsOf = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.vigiebackup'));

/** Every file with the name of a backup is a whole one, and nothing half written is beside it. */
function damagedIn(folder: string, { store }: TestStore): readonly string[] {
  const damaged = backupsOf(folder).filter((name) => {
    try {
      checkBackup(join(folder, 'backups', name), store.requireUnlocked().key);
      return false;
    } catch {
      return true;
    }
  });
  const partial = readdirSync(join(folder, 'backups')).filter((name) => /partial/.test(name));
  return [...damaged, ...partial];
}

export const backups: Scene = {
  name: 'backups',
  share: 0.1,
  lasts: 250,
  prepare: async () => {
    const { test } = await buildTemplate();
    return {
      folder: () => test.folder,
      lead: (running, folder) => signedIn(running, folder, administrator),
      act: (running) => running.ask('backups.make', { jobId: randomUUID() }),
      look: (folder, answered) =>
        openAfter(folder, [administrator.passphrase], (after) =>
          Promise.resolve([
            ...damagedIn(folder, after),
            ...(answered && backupsOf(folder).length === 0 ? ['the backup is gone'] : []),
          ]),
        ),
      dispose: test.dispose,
    };
  },
};

/** A backup of twenty referrals comes back in the place of a store of twenty-five. */
export const restores: Scene = {
  name: 'restores',
  share: 0.12,
  lasts: 500,
  prepare: async () => {
    const { test, unitId } = await buildTemplate();
    openFolder(test.store, test.folder);
    await test.signInAs(administrator.login);
    const { name: point } = await test.call('backups.make', { jobId: randomUUID() });
    for (let each = 0; each < 5; each += 1)
      await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' });
    test.store.close();
    const tokens = new Map<string, string>();
    const { login, passphrase } = administrator;
    return {
      folder: () => test.folder,
      lead: async (running, folder) => {
        await running.until(({ type }) => type === 'ready');
        const token = randomUUID();
        tokens.set(folder, token);
        running.send({ type: 'grant', token, path: join(folder, 'backups', point), access: 'read' });
      },
      act: (running, folder) =>
        running.ask('backups.restore', {
          jobId: randomUUID(),
          file: tokens.get(folder),
          point,
          secret: { kind: 'passphrase', login, passphrase },
          reason: 'The disk failed',
        }),
      look: (folder, answered) =>
        openAfter(folder, [passphrase], (after) => {
          const { raw } = after.store.requireUnlocked();
          const rows = raw.prepare('SELECT count(*) FROM referral').pluck().get() as number;
          // The sign-in after it asks for a second person, under the same method.
          const entries = raw
            .prepare("SELECT count(*) FROM audit_entry WHERE method = 'backups.restore' AND facts LIKE '%madeAt%'")
            .pluck()
            .get();
          const isRestored = rows === 20 && entries === 1;
          return Promise.resolve([
            ...(isRestored || (rows === 25 && entries === 0)
              ? []
              : [`${String(rows)} rows, ${String(entries)} restores`]),
            ...(answered && !isRestored ? ['the restore is gone'] : []),
            ...(existsSync(join(folder, 'restore.prepared')) ? ['what was prepared is left'] : []),
            ...damagedIn(folder, after),
          ]);
        }),
      dispose: test.dispose,
    };
  },
};
