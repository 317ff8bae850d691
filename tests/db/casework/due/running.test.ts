import { describe, expect } from 'vitest';
import type { UserId } from '#contract/ground/ids';
import { dayOf } from '../../../../db/ground/kernel/days.ts';
import { today } from '../../../support/store.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

const now = () => test.store.options.clock.now();
const running = async () => (await test.call('due.running', {})).rows;

describe('deadlines in hours that run', () => {
  it('are reported once the danger of what is bundled under them is', async () => {
    const log = async () =>
      (await test.call('referrals.log', { unitId: units.first, source: 'ncecc', receivedOn: today })).id;
    const [head, under] = [await log(), await log()];
    const reason = 'A first name is named.';
    for (const referralId of [head, under])
      await test.call('referrals.decideDanger', {
        ...{ referralId, identifiable: 'yes', imminent: true, decidedAt: now(), reason },
      });
    await test.call('referrals.notifyProtection', { referralId: head, notice: { required: false, reason: 'Done.' } });
    await test.call('referrals.bundle', { referralIds: [under], headId: head, on: today });
    expect(await running()).toMatchObject([{ id: head, isReported: false }]);
    expect((await test.call('referrals.get', { referralId: head })).triage.isReported).toBe(false);
    await test.call('referrals.notifyProtection', { referralId: under, notice: { required: false, reason: 'Done.' } });
    expect(await running()).toMatchObject([{ id: head, isReported: true }]);
    expect((await test.call('referrals.get', { referralId: head })).triage.isReported).toBe(true);
  });

  it('are those of dangers and of the top band, by number alone, until they are acted on', async () => {
    const unitId = units.first;
    const log = async () => (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today })).id;
    const [danger, low] = [await log(), await log()];
    const decided = { identifiable: 'yes', decidedAt: now(), reason: 'A first name is named.' } as const;
    await test.call('referrals.decideDanger', { referralId: danger, imminent: true, ...decided });
    await test.call('referrals.decideDanger', { referralId: low, imminent: false, ...decided });
    await test.call('referrals.score', { referralIds: [low], band: 'low', on: today });
    const { referral } = await test.call('referrals.get', { referralId: danger });
    const row = { id: danger, number: referral.number, unitId, dueAt: referral.due?.at, assignedTo: null };
    expect(await running()).toEqual([{ ...row, what: 'action', inDanger: true, isReported: false }]);
    await test.call('referrals.notifyProtection', { referralId: danger, notice: { required: false, reason: 'Done.' } });
    expect(await running()).toEqual([{ ...row, what: 'action', inDanger: true, isReported: true }]);
    await test.signInAs('receiver');
    expect(await running()).toEqual([]);
    await test.signInAs('sender');
    const userId: UserId = units.sender;
    await test.call('referrals.assign', { referralIds: [danger], userId, on: today });
    expect(await running()).toHaveLength(1);
    const checkedAt = now() + 30_000;
    await test.call('referrals.check', { referralId: danger, kind: 'records', checkedAt });
    // A child who is still in danger is looked at again.
    expect(await running()).toMatchObject([{ id: danger, dueAt: checkedAt + 4 * 3_600_000 }]);
  });
  it('are decisions about danger too, that pass before the next shift or passed in this one', async () => {
    const log = async () =>
      (await test.call('referrals.log', { unitId: units.first, source: 'ncecc', receivedOn: today })).id;
    const id = await log();
    const { clock } = test.store.options;
    const dueAt = (await test.call('referrals.get', { referralId: id })).referral.due?.at ?? 0;
    const logged = dueAt - 24 * 3_600_000;
    const at = (hours: number) => {
      Object.assign(test.store.options, { clock: { ...clock, now: () => logged + hours * 3_600_000 } });
    };
    const seen = async (hours: number) => {
      at(hours);
      return (await running()).map((row) => ({ id: row.id, what: row.what, dueAt: row.dueAt }));
    };
    const row = { id, what: 'decision', dueAt };
    expect(await seen(7)).toEqual([]);
    expect(await seen(9)).toEqual([row]);
    expect(await seen(25)).toEqual([row]);
    expect(await seen(33)).toEqual([]);
    at(23);
    const decided = { identifiable: 'no', decidedAt: logged + 23 * 3_600_000, reason: 'No one is named.' } as const;
    await test.call('referrals.decideDanger', { referralId: id, imminent: false, ...decided });
    expect(await running()).toEqual([]);
  });

  it('are, before days on which the unit is closed, those that pass until it opens again', async () => {
    const hour = 3_600_000;
    const friday = Date.parse('2026-11-27T15:00:00');
    const at = (instant: number) => {
      Object.assign(test.store.options, { clock: { now: () => instant, today: () => dayOf(instant) } });
    };
    at(friday);
    const receivedOn = dayOf(friday);
    const { id } = await test.call('referrals.log', { unitId: units.first, source: 'ncecc', receivedOn });
    const seen = async () => (await running()).map((row) => row.id);
    // Owed on Saturday at 15:00, when nobody is there.
    expect(await seen()).toEqual([id]);
    at(friday - 24 * hour);
    expect(await seen()).toEqual([]);

    const monday = Date.parse('2026-11-30T09:00:00');
    at(monday);
    const next = await test.call('referrals.log', { unitId: units.first, source: 'ncecc', receivedOn: dayOf(monday) });
    expect(await seen()).not.toContain(next.id);
    await test.call('clockSettings.setClosedDays', { days: ['2026-12-01'] });
    expect(await seen()).toContain(next.id);
  });
});
