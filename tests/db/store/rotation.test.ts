import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyEncrypted } from '../../../db/store/backup.ts';
import { openForWriting } from '../../../db/store/connection.ts';
import { readKeys, writeKeys } from '../../../db/store/keysFile.ts';
import { wrapDatabaseKey } from '../../../db/store/keySlots.ts';
import { administrator, createTestStore, createUnitAndUser, type TestStore } from '../../support/store.ts';

let test: TestStore;
beforeEach(async () => {
  test = await createTestStore();
});
afterEach(() => {
  test.dispose();
});

const nextPath = (): string => join(test.folder, 'store.next.db');

/** Leaves the folder as a change of key leaves it when it is cut short after each of its steps. */
function cutAfter(step: 'copied' | 'keys written' | 'renamed'): void {
  const { raw, key } = test.store.requireUnlocked();
  const nextKey = randomBytes(32);
  copyEncrypted(raw, nextPath());
  const copy = openForWriting(nextPath(), key);
  copy.pragma('journal_mode = DELETE');
  copy.pragma(`rekey="x'${nextKey.toString('hex')}'"`);
  copy.close();
  test.store.lock();
  if (step === 'copied') return;
  const file = readKeys(test.folder);
  const slots = file.slots.map((slot) => ({
    ...slot,
    databaseKeys: [...slot.databaseKeys, wrapDatabaseKey(slot.publicKey, nextKey, file.generation + 1)],
  }));
  writeKeys(test.folder, { ...file, slots });
  if (step === 'renamed') renameSync(nextPath(), join(test.folder, 'store.db'));
}

describe('a change of key that is cut short', () => {
  it.each([
    ['copied', 1],
    ['keys written', 1],
    ['renamed', 2],
  ] as const)('after it was %s opens under generation %i, and keeps everything', async (step, generation) => {
    const { unitId } = await createUnitAndUser(test);
    const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' });
    cutAfter(step);
    await test.call('session.signIn', { login: 'officer', passphrase: administrator.passphrase });
    expect((await test.call('referrals.get', { referralId: id })).referral.number).toBe('2026-00001');
    const keys = readKeys(test.folder);
    expect([keys.generation, ...keys.slots.map((slot) => slot.databaseKeys.map((each) => each.generation))]).toEqual([
      generation,
      [generation],
      [generation],
      [generation],
    ]);
    expect(existsSync(nextPath())).toBe(false);
    await test.signInAs('admin');
    expect((await test.call('audit.verify', {})).intact).toBe(true);
  });

  it('before it began is finished by the next administrator', async () => {
    const { userId } = await createUnitAndUser(test);
    test.store.requireUnlocked().raw.prepare('UPDATE user SET disabled = 1 WHERE id = ?').run(userId);
    await test.signInAs('admin');
    const keys = readKeys(test.folder);
    expect([keys.generation, keys.slots.some((slot) => slot.owner === userId)]).toEqual([2, false]);
  });
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
