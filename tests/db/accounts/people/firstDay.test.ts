import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { copyOfUnit, type TestStore, today } from '../../../support/store.ts';

let test: TestStore;
let unitId: UnitId;
beforeEach(async () => {
  ({ test, unitId } = await copyOfUnit());
});
afterEach(() => {
  test.dispose();
});

/** What the administrator still sees as open, who sees no file. */
async function open(): Promise<readonly string[]> {
  await test.signInAs('admin');
  const { steps } = await test.call('firstDay.get', {});
  return steps.filter(({ isDone }) => !isDone).map(({ step }) => step);
}

it('ticks each step of the first day once the workspace shows that it is done', async () => {
  const before = await open();
  expect(before).toEqual(expect.arrayContaining(['timeLimits', 'referrals', 'backup']));
  expect(before).not.toContain('users');
  await test.signInAs('officer');
  await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today });
  expect(await open()).toEqual(before.filter((step) => step !== 'referrals'));
  await test.signInAs('officer');
  const period = { amount: 2, measure: 'hours' } as const;
  await test.call('triagePeriods.set', { code: 'imminent', unitId, validFrom: today, period });
  expect(await open()).toEqual(before.filter((step) => !['referrals', 'timeLimits'].includes(step)));
  await test.call('backups.make', { jobId: '00000000-0000-4000-8000-0000000000aa' });
  expect(await open()).toEqual(before.filter((step) => !['referrals', 'timeLimits', 'backup'].includes(step)));

  // A newcomer's passphrase is known to the one who gave it.
  const newcomer = { login: 'newcomer', displayName: 'N. Newcomer', passphrase: 'quiet harbour lanterns' };
  await test.call('users.create', { ...newcomer, roles: ['investigator'], unitIds: [unitId] });
  expect(await open()).toContain('passphrases');
});
