import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { unlockWith } from '../../../db/store/sqlite/connection.ts';
import { addUnit, administrator, createTestStore } from '../../support/store.ts';

it('opens as it was before what a power cut left half written', async () => {
  const test = await createTestStore();
  await addUnit(test);
  const key = Buffer.from(test.store.requireUnlocked().key);
  test.store.lock();
  const path = join(test.folder, 'store.db');
  const cut = join(test.parent, 'cut.db');
  const files = ['', '-journal'] as const;

  const raw = new Database(path);
  unlockWith(raw, key);
  raw.pragma('journal_mode = DELETE');
  // With so little memory, unfinished pages reach the file and their originals the journal.
  raw.pragma('cache_size = 1');
  raw.exec(
    "BEGIN; UPDATE unit SET code = 'HALF'; CREATE TABLE half AS SELECT * FROM audit_entry, audit_entry AS other",
  );
  for (const end of files) copyFileSync(path + end, cut + end);
  raw.exec('ROLLBACK');
  raw.close();
  for (const end of files) copyFileSync(cut + end, path + end);

  await test.signInAs(administrator.login);
  expect(await test.call('units.list', {})).toMatchObject({ units: [{ code: 'U01' }] });
  expect(await test.call('audit.verify', {})).toMatchObject({ intact: true });
  expect(existsSync(`${path}-journal`)).toBe(false);
  test.dispose();
});
