import { beforeEach, describe, expect } from 'vitest';
import type { Input } from '#contract/index';
import type { Role } from '#contract/ground/codes';
import type { UserId } from '#contract/ground/ids';
import { addDays } from '../../../../db/ground/kernel/days.ts';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { readKeys } from '../../../../db/store/keysFile.ts';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { addUnit, administrator, choosePassphrase, today } from '../../../support/store.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let unitIds: Input<'users.create'>['unitIds'];
const { passphrase } = administrator;

beforeEach(async () => {
  unitIds = [await addUnit(test)];
});

const create = (login: string, ...roles: Role[]) =>
  test.call('users.create', { login, displayName: `Person ${login}`, roles, unitIds, passphrase });

/** A person whose passphrase is theirs alone; the administrator is signed in again. */
async function person(login: string, ...roles: Role[]): Promise<UserId> {
  const { id, awaitsApproval } = await create(login, ...roles);
  if (awaitsApproval) await decide('officer');
  await test.signInAs(login);
  await choosePassphrase(test);
  await test.signInAs('admin');
  return id;
}

const waiting = async () => (await test.call('users.waiting', {})).items;
async function decide(login: string, accept = true): Promise<void> {
  await test.signInAs(login);
  for (const { id: approvalId } of await waiting()) await test.call('users.approve', { approvalId, accept });
}
const userNamed = async (login: string) =>
  (await test.call('users.list', {})).users.find((each) => each.login === login)!;
const needsAnother = { code: 'forbidden', reason: 'second_person_needed' };
const notOwn = { code: 'forbidden', reason: 'passphrase_not_own' };
const changeDue = { code: 'forbidden', reason: 'passphrase_change_due' };

describe('a second person', () => {
  it('approves each new administrator: neither the one who asks nor one whose passphrase another person knows', async () => {
    await person('officer', 'records_officer');
    const { awaitsApproval } = await create('second', 'administrator');
    expect(awaitsApproval).toBe(true);
    const [item] = await waiting();
    expect(item).toMatchObject({
      kind: 'grant',
      displayName: 'Person second',
      requestedBy: 'Administrator',
      own: true,
    });
    const approval = { approvalId: item!.id, accept: true };
    expect(await test.refusal('users.approve', approval)).toEqual(needsAnother);
    expect((await userNamed('second')).roles).toEqual([]);
    await decide('officer');
    test.store.lock();
    await test.call('session.signIn', { login: 'second', passphrase });
    expect((await test.call('session.current', {})).session).toMatchObject({
      roles: ['administrator'],
      mustChangePassphrase: true,
    });
    // The creator knows this passphrase still: nothing is asked and nothing approved with it.
    const { id: userId } = (await test.call('session.current', {})).session!.user;
    expect(await test.refusal('users.disable', { userId })).toEqual(changeDue);
    await test.signInAs('admin');
    await test.call('users.grant', {
      userId: (await userNamed('officer')).id,
      version: 1,
      roles: ['administrator', 'records_officer'],
      unitIds,
    });
    const [asked] = await waiting();
    test.store.lock();
    await test.call('session.signIn', { login: 'second', passphrase });
    expect(await test.refusal('users.approve', { approvalId: asked!.id, accept: true })).toEqual(changeDue);
    await choosePassphrase(test);
    await test.call('users.approve', { approvalId: asked!.id, accept: true });
    expect((await userNamed('officer')).roles).toContain('administrator');
  });

  it('is needed for whoever would decide, once there are two: one administrator cannot make the second person up', async () => {
    expect((await create('first', 'supervisor')).awaitsApproval).toBe(false);
    await test.signInAs('first');
    await choosePassphrase(test);
    await test.signInAs('admin');
    expect((await create('puppet', 'records_officer')).awaitsApproval).toBe(true);
    expect((await create('worker', 'investigator')).awaitsApproval).toBe(false);
    // Nor by keeping the other one away.
    const { id: userId, version } = await userNamed('first');
    await test.call('users.suspend', { userId, version, suspended: true });
    expect((await create('puppet2', 'supervisor')).awaitsApproval).toBe(true);
  });

  it('approves the lasting removal of an administrator; anybody else is removed by one', async () => {
    const officer = await person('officer', 'records_officer');
    await create('second', 'administrator');
    await decide('officer');
    await test.signInAs('admin');
    const { id: userId } = await userNamed('second');
    const generation = () => readKeys(test.folder).generation;
    expect(await test.call('users.disable', { userId })).toEqual({ notReached: [], awaitsApproval: true });
    expect([generation(), (await userNamed('second')).disabled]).toEqual([1, false]);
    // Meanwhile the account is suspended, which changes nothing of what is asked.
    await test.call('users.suspend', { userId, version: 1, suspended: true });
    await decide('officer');
    expect(readKeys(test.folder).slots.some(({ owner }) => owner === userId)).toBe(false);
    await test.signInAs('admin');
    expect([generation(), (await userNamed('second')).disabled]).toEqual([2, true]);
    expect(await test.call('users.disable', { userId: officer })).toEqual({ awaitsApproval: false, notReached: [] });
    expect(generation()).toBe(3);
  });

  it('decides on what was asked, and not once the person was changed; who asked may withdraw', async () => {
    await person('officer', 'records_officer');
    const userId = await person('worker', 'investigator');
    const grant = (version: number, roles: Role[]) => test.call('users.grant', { userId, version, roles, unitIds });
    await grant(1, ['administrator']);
    await grant(2, ['investigator']);
    const [item] = await waiting();
    expect(item).toMatchObject({ isStale: true });
    await test.signInAs('officer');
    const approval = { approvalId: item!.id, accept: true };
    expect(await test.refusal('users.approve', approval)).toEqual({ code: 'conflict', reason: 'version_conflict' });
    expect(await test.refusal('users.withdraw', { approvalId: item!.id })).toEqual({ code: 'forbidden' });
    await test.signInAs('admin');
    await test.call('users.withdraw', { approvalId: item!.id });
    expect(await waiting()).toEqual([]);
    expect((await userNamed('worker')).roles).toEqual(['investigator']);
  });
});

describe('a suspension', () => {
  it('by one administrator refuses sign-in and ends the session at its next call; the slot stays, and it is lifted', async () => {
    const userId = await person('worker', 'investigator');
    const slots = readKeys(test.folder).slots;
    await test.call('users.suspend', { userId, version: 1, suspended: true });
    test.store.lock();
    const signIn = { login: 'worker', passphrase };
    expect(await test.refusal('session.signIn', signIn)).toEqual({ code: 'forbidden', reason: 'account_suspended' });
    expect(readKeys(test.folder).slots).toEqual(slots);
    await test.signInAs('admin');
    await test.call('users.suspend', { userId, version: 2, suspended: false });
    await test.signInAs('worker');
    // As an administrator elsewhere would.
    test.store.requireUnlocked().raw.prepare('UPDATE user SET suspended = 1 WHERE id = ?').run(userId);
    expect(await test.refusal('users.directory', {})).toEqual({ code: 'locked', reason: 'account_suspended' });
    expect(test.store.unlocked).toBeNull();
  });

  it('leaves an administrator', async () => {
    await person('officer', 'records_officer');
    await create('second', 'administrator');
    await decide('officer');
    await test.signInAs('second');
    const { id: userId, version } = await userNamed('admin');
    await test.call('users.suspend', { userId, version, suspended: true });
    const self = await userNamed('second');
    expect((await test.refusal('users.suspend', { userId: self.id, version: 1, suspended: true })).code).toBe(
      'conflict',
    );
  });
});

describe('a passphrase that an administrator reset', () => {
  it('opens, is changed first, and decides nothing until another person confirms it', async () => {
    const supervisor = await person('supervisor', 'supervisor');
    await person('worker', 'investigator');
    const old = { login: 'supervisor', passphrase };
    await test.call('users.resetPassphrase', { userId: supervisor, passphrase: 'a temporary phrase' });
    expect(await userNamed('supervisor')).toMatchObject({ mustChangePassphrase: true });
    await create('second', 'administrator');
    test.store.lock();
    expect(await test.refusal('session.signIn', old)).toMatchObject({ code: 'wrong_key' });
    await test.call('session.signIn', { ...old, passphrase: 'a temporary phrase' });
    expect((await test.call('session.current', {})).session?.mustChangePassphrase).toBe(true);
    expect(await test.refusal('users.waiting', {})).toEqual(changeDue);
    await test.call('session.changePassphrase', { current: 'a temporary phrase', next: passphrase });
    expect((await test.call('session.current', {})).session?.mustChangePassphrase).toBe(false);
    const items = await waiting();
    expect(items.map(({ kind, own }) => [kind, own])).toEqual([
      ['recovery', true],
      ['grant', false],
    ]);
    const grant = { approvalId: items[1]!.id, accept: true };
    expect(await test.refusal('users.approve', grant)).toEqual(notOwn);
    expect(await test.refusal('users.approve', { ...grant, approvalId: items[0]!.id })).toEqual(needsAnother);
    expect((await test.call('users.unconfirmed', {})).items).toMatchObject([
      { kind: 'recovery', displayName: 'Person supervisor', isOverdue: false },
    ]);
  });

  it('is nobody’s own at the administrator’s desk', async () => {
    const { id: userId } = await userNamed('admin');
    expect((await test.refusal('users.resetPassphrase', { userId, passphrase })).code).toBe('conflict');
  });
});

describe('the recovery key', () => {
  const recover = (login: string) =>
    test.call('session.recover', {
      recoveryKey: test.recoveryKey,
      login,
      newPassphrase: passphrase,
      reason: 'Forgotten',
    });

  it('opens for one person with a reason, who decides nothing until a second one confirms within 72 hours', async () => {
    await person('officer', 'records_officer');
    await person('boss', 'administrator');
    await create('second', 'administrator');
    test.store.lock();
    await recover('boss');
    const items = await waiting();
    const [grant, recovery] = ['grant', 'recovery'].map((kind) => items.find((each) => each.kind === kind));
    expect(recovery).toMatchObject({
      kind: 'recovery',
      reason: 'Forgotten',
      dueAt: recovery!.requestedAt + 72 * 3_600_000,
      own: true,
    });
    expect(await test.refusal('users.approve', { approvalId: grant!.id, accept: true })).toEqual(notOwn);
    Object.assign(test.store.options, { clock: fixedClock(addDays(today, 4)) });
    expect((await test.call('users.unconfirmed', {})).items[0]?.isOverdue).toBe(true);
    await test.signInAs('officer');
    await test.call('users.approve', { approvalId: recovery!.id, accept: true });
    expect((await test.call('users.unconfirmed', {})).items).toEqual([]);
    await test.signInAs('boss');
    await test.call('users.approve', { approvalId: grant!.id, accept: true });
  });

  it('used by somebody else is refused by the second person, who so closes the account', async () => {
    await person('officer', 'records_officer');
    await person('boss', 'administrator');
    test.store.lock();
    await recover('boss');
    await decide('officer', false);
    test.store.lock();
    expect(await test.refusal('session.signIn', { login: 'boss', passphrase })).toMatchObject({
      reason: 'account_suspended',
    });
    // Lifted by one, it still decides nothing: a reset that another person confirms gives it back.
    await test.signInAs('admin');
    const { id: userId, version } = await userNamed('boss');
    await test.call('users.suspend', { userId, version, suspended: false });
    await test.signInAs('boss');
    expect((await test.call('users.waiting', {})).mayDecide).toBe(false);
    await test.signInAs('admin');
    await test.call('users.resetPassphrase', { userId, passphrase });
    await decide('officer');
    await test.signInAs('boss');
    await choosePassphrase(test);
    expect((await test.call('users.waiting', {})).mayDecide).toBe(true);
  });
});

describe('an administrator alone at night', () => {
  it('recovers, suspends, makes accounts and resets passphrases; makes no administrator, removes none and purges nothing', async () => {
    await person('officer', 'records_officer');
    test.store.lock();
    const recovery = { recoveryKey: test.recoveryKey, login: 'admin', newPassphrase: passphrase, reason: 'Night' };
    await test.call('session.recover', recovery);
    const { id: userId, version } = await userNamed('officer');
    await test.call('users.suspend', { userId, version, suspended: true });
    await test.call('users.suspend', { userId, version: version + 1, suspended: false });
    const { id: worker } = await create('worker', 'investigator');
    await test.call('users.resetPassphrase', { userId: worker, passphrase: 'a temporary phrase' });
    const grant = { userId: worker, version: 1, roles: ['administrator'] as Role[], unitIds: [] };
    expect(await test.refusal('users.grant', grant)).toEqual(notOwn);
    const purge = await test.refusal('purges.carryOut', {
      requestIds: ['00000000-0000-4000-8000-000000000001'],
    });
    expect(purge).toEqual(notOwn);
  });

  it('without anybody else has purge off, and appoints a second person who then confirms and approves', async () => {
    expect(await test.call('purges.list', { filter: {} })).toMatchObject({ isOn: false });
    const purge = { requestIds: ['00000000-0000-4000-8000-000000000001'] };
    const reply = await dispatch(test.store, 'purges.carryOut', purge);
    expect(reply).toMatchObject({ ok: false, error: { reason: 'purge_needs_two' } });
    await create('second', 'administrator');
    expect(await waiting()).toHaveLength(1);
    await person('officer', 'records_officer');
    await decide('officer');
    await test.signInAs('admin');
    expect((await userNamed('second')).roles).toEqual(['administrator']);
    expect(await test.call('purges.list', { filter: {} })).toMatchObject({ isOn: true });
  });
});

it('the records officer reads the audit and sees no file', async () => {
  await person('officer', 'records_officer');
  await test.signInAs('officer');
  expect((await test.call('audit.list', { size: 5 })).rows.length).toBeGreaterThan(0);
  expect((await test.call('audit.verify', {})).intact).toBe(true);
  for (const method of [
    'search.everywhere',
    'referrals.list',
    'investigations.list',
    'notes.list',
    'users.list',
  ] as const)
    expect(await dispatch(test.store, method, {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
