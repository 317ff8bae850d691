import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { administrator, today } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/store.ts';

const wrong = { login: 'admin', passphrase: 'not the right one' };
const tooMany = { code: 'busy', reason: 'too_many_attempts' };

it('forty at the same time are tried one after the other, and no more than five', async () => {
  test.store.lock();
  const all = await Promise.all(Array.from({ length: 40 }, () => test.refusal('session.signIn', wrong)));
  expect(all.filter(({ code }) => code === 'wrong_key')).toHaveLength(5);
  expect(all.filter(({ reason }) => reason === 'too_many_attempts')).toHaveLength(35);
  expect(await test.refusal('session.signIn', administrator)).toEqual(tooMany);
});

it('of a passphrase that is to be changed, and of the recovery key, count as those of sign-in do', async () => {
  const change = { current: wrong.passphrase, next: 'another long phrase' };
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect((await test.refusal('session.changePassphrase', change)).code).toBe('wrong_key');
  expect(await test.refusal('session.changePassphrase', { ...change, current: administrator.passphrase })).toEqual(
    tooMany,
  );
  const recovery = {
    recoveryKey: test.recoveryKey,
    login: 'admin',
    newPassphrase: 'another long phrase',
    reason: 'Night',
  };
  test.store.lock();
  expect(await test.refusal('session.recover', recovery)).toEqual(tooMany);
});

it('are not forgotten with their file', async () => {
  test.store.lock();
  for (let attempt = 0; attempt < 5; attempt += 1) await test.refusal('session.signIn', wrong);
  rmSync(join(test.folder, 'attempts.json'));
  expect(await test.refusal('session.signIn', administrator)).toEqual(tooMany);
});

it('under a clock that was a year ahead keep nobody out for longer than a minute', async () => {
  test.store.lock();
  const now = Date.parse(`${today}T12:00:00Z`);
  writeFileSync(join(test.folder, 'attempts.json'), JSON.stringify({ failed: 30, last: now + 365 * 86_400_000 }));
  expect(await test.refusal('session.signIn', administrator)).toEqual(tooMany);
  const clock = { ...test.store.options.clock, now: () => now + 61_000 };
  Object.assign(test.store.options, { clock });
  await test.call('session.signIn', administrator);
});
