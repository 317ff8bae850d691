import { beforeEach, describe, expect } from 'vitest';
import type { ReferralId } from '#contract/ground/ids';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { noChildIdentified } from '../../../support/danger.ts';
import { today } from '../../../support/store.ts';
import { it, test, unitId, userId } from '../../../support/fixtures/unit.ts';

let referralIds: readonly ReferralId[];
beforeEach(async () => {
  const logged = { unitId, source: 'ncecc', receivedOn: today } as const;
  const ids: ReferralId[] = [];
  for (let count = 0; count < 4; count += 1) ids.push((await test.call('referrals.log', logged)).id);
  referralIds = ids;
});

const fieldsOf = async (...asked: readonly [string, unknown]) => {
  const reply = await dispatch(test.store, ...asked);
  return reply.ok ? null : reply.error.fields;
};

/** As a colleague does it meanwhile. */
async function end(...ids: readonly ReferralId[]): Promise<void> {
  for (const referralId of ids) {
    await test.call('referrals.decideDanger', noChildIdentified(referralId));
    const { version } = (await test.call('referrals.get', { referralId })).referral;
    await test.call('referrals.move', { referralId, version, to: 'not_viable', on: today, reason: 'Nothing in it' });
  }
}

const refused = (...places: readonly number[]) =>
  places.map((place) => ({ path: `referralIds.${String(place)}`, code: 'state_not_allowed' }));

describe('of several referrals those that refuse are named, and none is changed', () => {
  it('where they are scored, assigned or bundled', async () => {
    await end(referralIds[1]!, referralIds[2]!);
    expect(await fieldsOf('referrals.score', { referralIds, band: 'low', on: today })).toEqual(refused(1, 2));
    expect(await fieldsOf('referrals.assign', { referralIds, userId, on: today })).toEqual(refused(1, 2));
    const [headId, ...under] = referralIds;
    expect(await fieldsOf('referrals.bundle', { headId, referralIds: under, on: today })).toEqual(refused(0, 1));
    const { referral } = await test.call('referrals.get', { referralId: referralIds[3]! });
    expect(referral).toMatchObject({ state: 'received', riskBand: null });
  });

  it('where they are decided together, and one is urgent by its source', async () => {
    const urgent = { unitId, source: 'ncecc', receivedOn: today, priorityReceived: '1' } as const;
    const { id } = await test.call('referrals.log', urgent);
    const decided = {
      identifiable: 'no',
      decidedAt: Date.parse('2026-01-05T12:00:00Z'),
      reason: 'No child appears.',
    } as const;
    expect(await fieldsOf('referrals.decideMany', { ...decided, referralIds: [...referralIds, id] })).toEqual([
      { path: 'referralIds.4', code: 'urgent_by_source' },
    ]);
  });
});
