import { expect } from 'vitest';
import { today } from '../../../support/store.ts';
import { it, test, unitId, userId } from '../../../support/fixtures/unit.ts';

it('a referral that somebody else has assigned meanwhile stays theirs, and who comes second hears of it', async () => {
  const log = async () => (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today })).id;
  const referralIds = [await log(), await log()];
  const assign = { referralIds, from: [null, null], on: today };
  await test.call('referrals.assign', { ...assign, referralIds: [referralIds[1]!], from: [null], userId });
  const refused = { code: 'conflict', reason: 'assigned_meanwhile' };
  expect(await test.refusal('referrals.assign', { ...assign, userId: null })).toEqual(refused);
  // Nothing of it was done, and seen as it is it can be.
  const stateOfReferral = async (referralId: (typeof referralIds)[number]) =>
    (await test.call('referrals.get', { referralId })).referral;
  expect(await stateOfReferral(referralIds[0]!)).toMatchObject({ state: 'received', assignedTo: null });
  expect(await stateOfReferral(referralIds[1]!)).toMatchObject({ assignedTo: userId });
  await test.call('referrals.assign', { ...assign, from: [null, userId], userId });
  expect(await stateOfReferral(referralIds[0]!)).toMatchObject({ assignedTo: userId });
});
