import { describe, expect } from 'vitest';
import { today } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const now = () => test.store.options.clock.now();
const log = async () => (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today })).id;

describe('an investigation', () => {
  it('shows in its header, in the list and in what is due the danger, band and deadline of its referrals', async () => {
    const [danger, low] = [await log(), await log()];
    const decided = { identifiable: 'yes', decidedAt: now(), reason: 'A first name is named.' } as const;
    await test.call('referrals.decideDanger', { referralId: danger, imminent: true, ...decided });
    await test.call('referrals.decideDanger', { referralId: low, imminent: false, ...decided });
    await test.call('referrals.score', { referralIds: [low], band: 'low', on: today });
    const { referral } = await test.call('referrals.get', { referralId: danger });
    const opened = { unitId, openedOn: today, referralIds: [danger, low], lead: null };
    const file = await test.call('investigations.open', opened);
    const carried = {
      dangerSince: decided.decidedAt,
      riskBand: 'imminent',
      due: { ...referral.due, number: referral.number },
    };
    const detail = async () => (await test.call('investigations.get', { investigationId: file.id })).investigation;
    expect((await detail()).carried).toEqual(carried);
    const { rows } = await test.call('investigations.list', {
      filter: {},
      sort: { column: 'number', descending: false },
      from: { at: 'start' },
      size: 9,
    });
    expect(rows.map((row) => row.carried)).toEqual([carried]);
    const due = (await test.call('due.list', { filter: {} })).rows;
    expect(due.map(({ investigationId, dueAt }) => [investigationId, dueAt])).toContainEqual([
      file.id,
      referral.due?.at,
    ]);
    expect(due).toHaveLength(2);
    const { ahead } = await test.call('timeline.list', { investigationId: file.id });
    expect(ahead.map(({ kind, on, dueAt, detail, urgency }) => [kind, on, dueAt, detail, urgency])).toEqual(
      due.map(({ number, dueOn, dueAt, urgency }) => ['referral_due', dueOn, dueAt, number, urgency]),
    );
    await test.call('referrals.decideDanger', { ...decided, referralId: danger, imminent: false, ended: 'child_safe' });
    expect((await detail()).carried.dangerSince).toBeNull();
  });
});
