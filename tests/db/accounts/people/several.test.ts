import { beforeEach, expect } from 'vitest';
import { administrator } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

beforeEach(async () => {
  await test.signInAs('admin');
});

const person = (login: string) => ({
  ...{ login, displayName: `Person ${login}`, roles: ['investigator' as const], unitIds: [unitId] },
  passphrase: administrator.passphrase,
});
const logins = async () => (await test.call('users.list', {})).users.map(({ login }) => login);

it('makes every account of a list in one act, and each person can sign in', async () => {
  const administers = { ...person('four'), roles: ['administrator' as const], unitIds: [] };
  const people = [person('one'), person('two'), person('three'), administers];
  expect(await test.call('users.createMany', { people })).toEqual({ awaitApproval: 1 });
  const { users } = await test.call('users.list', {});
  const made = users.filter(({ login }) => people.some((each) => each.login === login));
  expect(made.map(({ mustChangePassphrase }) => mustChangePassphrase)).toEqual([true, true, true, true]);
  const { rows } = await test.call('audit.list', { size: 50 });
  expect(rows.filter(({ method }) => method.startsWith('users.')).map(({ method }) => method)[0]).toBe(
    'users.createMany',
  );
  for (const login of ['one', 'three']) {
    await test.signInAs(login);
    const { session } = await test.call('session.current', {});
    expect(session).toMatchObject({ roles: ['investigator'], unitIds: [unitId] });
  }
});

it('makes none where one of them is refused, and says which', async () => {
  const before = await logins();
  const refusal = await test.refusal('users.createMany', { people: [person('one'), person('two'), person('ONE')] });
  expect(refusal).toMatchObject({ code: 'conflict', reason: 'login_taken' });
  expect(await logins()).toEqual(before);
});
