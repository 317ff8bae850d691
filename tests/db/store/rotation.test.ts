import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openForWriting } from '../../../db/store/sqlite/connection.ts';
import { readKeys } from '../../../db/store/keysFile.ts';
import { createUnitAndUser } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/store.ts';

it('a change of key that was cut short before it began is finished by the next administrator', async () => {
  const { userId } = await createUnitAndUser(test);
  test.store.requireUnlocked().raw.prepare('UPDATE user SET disabled = 1 WHERE id = ?').run(userId);
  await test.signInAs('admin');
  const keys = readKeys(test.folder);
  expect([keys.generation, keys.slots.some((slot) => slot.owner === userId)]).toEqual([2, false]);
});

it('a copy made before a user was disabled does not open under the new key', async () => {
  const { userId } = await createUnitAndUser(test);
  await test.signInAs('admin');
  test.store.requireUnlocked().raw.pragma('wal_checkpoint(TRUNCATE)');
  const copy = join(test.parent, 'before.db');
  cpSync(join(test.folder, 'store.db'), copy);
  await test.call('users.disable', { userId: userId });
  expect(() => openForWriting(copy, test.store.requireUnlocked().key)).toThrow('wrong_key');
});
