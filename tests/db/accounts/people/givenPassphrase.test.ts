import { expect } from 'vitest';
import { addUnit, administrator } from '../../../support/store.ts';
import { it, test } from '../../../support/fixtures/store.ts';

const given = 'a phrase from someone else';
const due = { code: 'forbidden', reason: 'passphrase_change_due' };

async function signInGiven(): Promise<void> {
  const person = { login: 'officer', displayName: 'Officer', roles: ['supervisor'], passphrase: given } as const;
  await test.call('users.create', { ...person, roles: [...person.roles], unitIds: [await addUnit(test)] });
  test.store.lock();
  await test.call('session.signIn', { login: 'officer', passphrase: given });
}

it('neither reads nor writes until a passphrase that someone else knows is changed', async () => {
  await signInGiven();
  expect((await test.call('session.current', {})).session).toMatchObject({ mustChangePassphrase: true });
  const from = { at: 'start' } as const;
  const sort = { column: 'number', descending: false } as const;
  const list = { filter: {}, sort, from, size: 10 };
  expect(await test.refusal('referrals.list', list)).toEqual(due);
  expect(await test.refusal('users.directory', {})).toEqual(due);
  expect(await test.refusal('settings.get', {})).toEqual(due);
  expect(await test.refusal('drafts.save', { form: 'note', recordId: null, content: '{}' } as never)).toEqual(due);
  expect(await test.refusal('backups.list' as never, {} as never)).toEqual(due);
  await test.call('session.changePassphrase', { current: given, next: administrator.passphrase });
  expect((await test.call('referrals.list', list)).rows).toEqual([]);
});

it('asks again after a reset', async () => {
  await signInGiven();
  await test.call('session.changePassphrase', { current: given, next: administrator.passphrase });
  await test.signInAs('admin');
  const { users } = await test.call('users.list', {});
  const { id: userId } = users.find(({ login }) => login === 'officer')!;
  await test.call('users.resetPassphrase', { userId, passphrase: given });
  test.store.lock();
  await test.call('session.signIn', { login: 'officer', passphrase: given });
  expect(await test.refusal('users.directory', {})).toEqual(due);
});
