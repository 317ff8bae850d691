import { randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JobId } from '#contract/ground/ids';
import { dispatch } from '../../db/store/dispatch.ts';
import { openFolder } from '../../db/store/signIn.ts';
import { administrator, copyOf, type TestStore } from '../../tests/support/store.ts';
import type { BrokenPromise } from './promise.ts';
import { buildTemplate } from './workload.ts';

/** Above the size from which a backup is made in a thread of its own. */
const filler = 32 * 1024 * 1024;
/** A run of an hour would otherwise write backups of gigabytes. */
const largest = 64 * 1024 * 1024;

/** A copy in which somebody is signed in, and whose log is copied in part after some ten writes, where it otherwise takes forty. */
async function openCopy(template: TestStore): Promise<TestStore> {
  const test = copyOf(template);
  openFolder(test.store, test.folder);
  await test.call('session.signIn', administrator);
  const { raw } = test.store.requireUnlocked();
  raw.exec(`CREATE TABLE filler (a); INSERT INTO filler VALUES (randomblob(${String(filler)}))`);
  raw.pragma('wal_autocheckpoint = 250');
  return test;
}

/** So many seconds of checks, backups and writers beside one another, each as fast as it is answered. */
export const checkBesideBackup: BrokenPromise = {
  name: 'check beside backup',
  promise: 'A whole file is never called damaged, whatever reads or writes beside its check',
  few: 2,
  many: 3600,
  tryIt: async (seconds, chance) => {
    const { test: template, unitId } = await buildTemplate();
    // The time begins once the first copy is open, however long that takes.
    let until = Infinity;
    const asked: Record<string, number> = {};
    const lost: string[] = [];
    let kept = 0;
    const isOver = () => lost.length > 0 || performance.now() > until;
    const work = async ({ store, folder }: TestStore): Promise<void> => {
      const ask = async (method: string, input: object): Promise<unknown> => {
        asked[method] = (asked[method] ?? 0) + 1;
        const reply = await dispatch(store, method, input);
        if (reply.ok) kept += 1;
        else lost.push(`${method} ${String(asked[method])}: ${reply.error.code} ${reply.error.reason ?? ''}`);
        return reply.ok ? reply.value : null;
      };
      const repeat = async (act: () => Promise<void>): Promise<void> => {
        while (!isOver() && statSync(join(folder, 'store.db')).size < largest) await act();
      };
      await Promise.all([
        repeat(async () => {
          const summary = 'of some length '.repeat(chance.below(130));
          await ask('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02', summary });
          // A pause now and then, in which what reads comes on.
          if (chance.below(3) === 0) await setTimeout(chance.below(60));
        }),
        repeat(async () => {
          await ask('workspace.check', {});
        }),
        repeat(async () => {
          const made = (await ask('backups.make', { jobId: randomUUID() as JobId })) as { name: string } | null;
          if (made) rmSync(join(folder, 'backups', made.name));
        }),
      ]);
      if (store.unlocked?.raw.pragma('integrity_check', { simple: true }) !== 'ok') lost.push('integrity');
    };
    while (!isOver()) {
      const test = await openCopy(template);
      if (until === Infinity) until = performance.now() + seconds * 1000;
      await work(test).finally(test.dispose);
    }
    template.dispose();
    process.stdout.write(`${JSON.stringify(asked)}\n`);
    return { tried: Object.values(asked).reduce((sum, count) => sum + count, 0), kept, lost };
  },
};
