import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { backUpIfDue } from '../../../../db/store/backups/daily.ts';
import { backupsFolder, clearPartials } from '../../../../db/store/backups/files.ts';
import { backupWork, makeBackup } from '../../../../db/store/backups/make.ts';
import { readKeys } from '../../../../db/store/keysFile.ts';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { isWhole } from '../../../support/whole.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

const names = (): readonly string[] => readdirSync(backupsFolder(test.folder));
const moveTo = (day: string): void => {
  Object.assign(test.store.options, { clock: fixedClock(day as CivilDate) });
};

it('one is made a day, and none where nobody is signed in', async () => {
  expect(await backUpIfDue(test.store)).toBe(true);
  expect(await backUpIfDue(test.store)).toBe(false);
  moveTo('2026-11-26');
  expect(await backUpIfDue(test.store)).toBe(true);
  expect(names()).toHaveLength(2);
  expect(test.events.filter(({ type }) => type === 'touched')).toHaveLength(2);
  test.store.lock();
  expect(await backUpIfDue(test.store)).toBe(false);
  await test.signInAs('admin');
});

it('one that fails is said until the next, and not tried again the same day', async () => {
  const folder = backupsFolder(test.folder);
  moveTo('2026-11-28');
  const aside = `${folder}.aside`;
  renameSync(folder, aside);
  writeFileSync(folder, 'a file where the folder was');
  expect(await backUpIfDue(test.store)).toBe(false);
  rmSync(folder);
  renameSync(aside, folder);
  expect(await test.call('backups.state', {})).toMatchObject({ lastFailed: true });
  expect(await backUpIfDue(test.store)).toBe(false);
  moveTo('2026-11-30');
  expect(await test.call('backups.state', {})).toMatchObject({ isOld: true });
  expect(await backUpIfDue(test.store)).toBe(true);
  expect(await test.call('backups.state', {})).toMatchObject({ lastFailed: false, isOld: false });
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

it('a lock in the midst waits for nothing, and what is left goes before the next one', async () => {
  moveTo('2026-12-02');
  const before = names();
  // Large enough for a thread of its own.
  const { raw } = test.store.requireUnlocked();
  raw.exec(
    'CREATE TABLE filling (text TEXT NOT NULL) STRICT; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO filling SELECT hex(randomblob(2000)) FROM n',
  );
  raw.pragma('wal_checkpoint(TRUNCATE)');
  const running = makeBackup(test.store, 'daily');
  const ended = expect(running).rejects.toThrow('cancelled');
  await new Promise((next) => setImmediate(next));
  test.store.lock();
  await ended;
  expect(names().filter((name) => !name.endsWith('.partial'))).toEqual(before);
  await test.signInAs('admin');
  const { name } = await makeBackup(test.store, 'daily');
  expect(names()).toContain(name);
  test.store.requireUnlocked().raw.exec('DROP TABLE filling');
  test.store.requireUnlocked().raw.exec('VACUUM');
}, 60_000);

it('one that is killed at any step leaves at most a partial file, which is removed', () => {
  const script = resolve(import.meta.dirname, '../../../support/cutBackup.ts');
  const before = names();
  const { key } = test.store.requireUnlocked();
  for (const step of isWhole ? [1, 2, 3] : [2]) {
    const { about, source, target, keys } = backupWork(test.folder, key, {
      reason: 'manual',
      now: Date.parse('2026-12-03T00:00:00Z'),
      purgeMarks: [],
      keys: readKeys(test.folder),
    });
    const make = { about, source, target, key: key.toString('base64'), keys: Buffer.from(keys).toString('base64') };
    const { signal, stderr } = spawnSync(process.execPath, [script, JSON.stringify({ step, make })], {
      encoding: 'utf8',
    });
    expect([step, signal, stderr]).toEqual([step, 'SIGKILL', '']);
    expect(names().filter((name) => !name.endsWith('.partial'))).toEqual(before);
    expect(names()).toHaveLength(before.length + 1);
    clearPartials(backupsFolder(test.folder));
    expect(names()).toEqual(before);
  }
});
