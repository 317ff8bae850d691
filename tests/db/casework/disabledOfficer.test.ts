import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InvestigationId, ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { openFile } from '../../support/authorities.ts';
import { copiesOfUnit, createUnitAndUser, type TestStore } from '../../support/store.ts';

let test: TestStore;
let unitId: UnitId;
let me: UserId;
let gone: UserId;
let outside: UserId;
let investigationId: InvestigationId;
let referralId: ReferralId;

const prepared = copiesOfUnit(async (unit) => {
  await unit.test.signInAs('admin');
  const person = { login: 'gone', displayName: 'Gone', passphrase: 'a long enough phrase' };
  const { id } = await unit.test.call('users.create', { ...person, roles: ['investigator'], unitIds: [unit.unitId] });
  const other = await createUnitAndUser(unit.test, { login: 'elsewhere', code: 'U02' });
  await unit.test.signInAs('officer');
  const file = (await openFile(unit.test, unit.unitId, unit.userId)).id;
  const logged = { unitId: unit.unitId, source: 'ncecc', receivedOn: '2026-11-02' } as const;
  return {
    gone: id,
    outside: other.userId as UserId,
    file,
    referral: (await unit.test.call('referrals.log', logged)).id,
  };
});

beforeEach(async () => {
  const made = await prepared();
  ({ test, unitId, gone, outside, file: investigationId, referral: referralId } = made);
  me = made.userId as UserId;
});
afterEach(() => {
  test.dispose();
});

const disable = async () => {
  await test.signInAs('admin');
  await test.call('users.disable', { userId: gone });
  await test.signInAs('officer');
};
const work = { investigationIds: [], referralIds: [], taskIds: [], hearingIds: [] };
const hearing = { kind: 'plea', on: '2026-11-26', time: null, court: null, personId: null } as const;
const task = { what: 'Call', dueOn: '2026-11-30' };
const refused = { code: 'invalid_input' };

/** Every act that gives work to an officer. */
const gifts: Readonly<Record<string, (to: UserId) => Promise<unknown>>> = {
  'a referral': (userId) => test.refusal('referrals.assign', { referralIds: [referralId], userId, on: '2026-11-24' }),
  'the lead of a file': (lead) => test.refusal('investigations.lead', { files: [{ investigationId, lead }] }),
  'a file as it is opened': (lead) =>
    test.refusal('investigations.open', { unitId, openedOn: '2026-11-24', referralIds: [], lead }),
  'a task': (owner) => test.refusal('tasks.add', { ...task, investigationId, owner }),
  'a task of somebody else': async (owner) => {
    const { id: taskId } = await test.call('tasks.add', { ...task, investigationId, owner: me });
    return test.refusal('tasks.change', { ...task, investigationId, taskId, version: 1, owner, doneOn: null });
  },
  'a hearing': (attends) => test.refusal('hearings.add', { ...hearing, investigationId, attends }),
  'a hearing of somebody else': async (attends) => {
    const { id } = await test.call('hearings.add', { ...hearing, investigationId, attends: me });
    return test.refusal('hearings.change', { ...hearing, investigationId, hearingId: id, version: 1, attends });
  },
  'what is handed over': (to) =>
    test.refusal('handover.reassign', {
      ...{ ...work, unitId, from: me, to, on: '2026-11-24' as const, investigationIds: [investigationId] },
    }),
  'the cover of a leave': (coverId) =>
    test.refusal('leave.record', {
      ...{ existing: null, unitId, userId: me, fromOn: '2026-12-01', untilOn: '2026-12-05', coverId },
    }),
};

describe('work is given to nobody who cannot do it', () => {
  it.each(Object.keys(gifts))('%s: not to who is disabled, nor to who is of no such unit', async (name) => {
    await disable();
    expect(await gifts[name]!(gone)).toEqual(refused);
    expect(await gifts[name]!(outside)).toEqual(refused);
  });

  it('stays with who has it where something else is changed', async () => {
    const { id: taskId } = await test.call('tasks.add', { ...task, investigationId, owner: gone });
    const { id: hearingId } = await test.call('hearings.add', { ...hearing, investigationId, attends: gone });
    await test.call('investigations.lead', { files: [{ investigationId, lead: gone }] });
    await disable();
    const facts = { ...task, what: 'Call again', investigationId, taskId, version: 1, owner: gone, doneOn: null };
    await test.call('tasks.change', facts);
    await test.call('hearings.change', {
      ...hearing,
      time: '09:30',
      investigationId,
      hearingId,
      version: 1,
      attends: gone,
    });
    await test.call('investigations.lead', { files: [{ investigationId, from: gone, lead: gone }] });
    const handed = { ...work, investigationIds: [investigationId], taskIds: [taskId], hearingIds: [hearingId] };
    await test.call('handover.reassign', { ...handed, unitId, from: gone, to: me, on: '2026-11-24' });
  });
});

it('the directory names who has no access since, as the files that are still theirs do', async () => {
  await test.call('investigations.lead', { files: [{ investigationId, lead: gone }] });
  const named = async () => (await test.call('users.directory', {})).users.find(({ id }) => id === gone);
  expect(await named()).toMatchObject({ displayName: 'Gone', hasAccess: true });
  await disable();
  expect(await named()).toMatchObject({ displayName: 'Gone', hasAccess: false });
});
