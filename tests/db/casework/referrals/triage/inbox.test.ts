import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { riskBand } from '#contract/ground/codes';
import type { ReferralId } from '#contract/ground/ids';
import type { Input, Output } from '#contract/index';
import { isUrgentPriority } from '#contract/casework/priority';
import { inboxKey, presentKeyOf } from '../../../../../db/casework/referrals/triage/inbox.ts';
import { never } from '../../../../../db/ground/schema/unit/referrals.ts';
import { today } from '../../../../support/store.ts';
import { it, test, unitId, userId } from '../../../../support/fixtures/unit.ts';

const hour = 3_600_000;

const now = () => test.store.options.clock.now();
const log = async (given: Partial<Input<'referrals.log'>> = {}) =>
  (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today, ...given })).id;
const detail = (referralId: ReferralId) => test.call('referrals.get', { referralId });
const decide = (referralId: ReferralId, given: Partial<Input<'referrals.decideDanger'>> = {}) => ({
  ...{ referralId, identifiable: 'yes', imminent: false, decidedAt: now(), reason: 'A first name is named.' },
  ...(given as Input<'referrals.decideDanger'>),
});
const inbox = async (size = 100) => {
  const ids: ReferralId[] = [];
  let from: Input<'referrals.list'>['from'] | null = { at: 'start' };
  while (from !== null) {
    const order = { column: 'inbox', descending: false } as const;
    const list: Input<'referrals.list'> = { filter: { openOnly: true }, sort: order, from, size };
    const { rows, after }: Output<'referrals.list'> = await test.call('referrals.list', list);
    ids.push(...rows.map(({ id }) => id));
    from = after === null ? null : { at: 'after', cursor: after };
  }
  return ids;
};

describe('the order of the inbox', () => {
  it('is danger, urgent decisions owed, other decisions owed, deadlines passed, then band and deadline', async () => {
    const low = await log();
    await test.call('referrals.decideDanger', decide(low, { identifiable: 'no' }));
    await test.call('referrals.score', { referralIds: [low], band: 'low', on: today });
    const high = await log();
    await test.call('referrals.decideDanger', decide(high, { identifiable: 'no' }));
    await test.call('referrals.score', { referralIds: [high], band: 'high', on: today });
    const late = await log({ receivedOn: '2026-01-05' });
    await test.call('referrals.decideDanger', decide(late, { identifiable: 'no' }));
    await test.call('referrals.score', { referralIds: [late], band: 'low', on: today });
    const owed = await log({ priorityReceived: '3' });
    const urgent = await log({ priorityReceived: 'E' });
    const danger = await log({ riskBand: 'low' });
    await test.call('referrals.decideDanger', decide(danger, { imminent: true }));
    await test.call('referrals.check', { referralId: danger, kind: 'records', checkedAt: now() });
    const order = [danger, urgent, owed, late, high, low];
    expect(await inbox()).toEqual(order);
    expect(await inbox(2)).toEqual(order);
  });

  it('reads every row once, window by window, whatever the facts are', () => {
    const facts = fc.record({
      dangerSince: fc.option(fc.nat()),
      isDecisionOwed: fc.boolean(),
      priorityReceived: fc.constantFrom(null, '1', 'E', '3', 'Urgent', 'non urgent'),
      band: fc.option(fc.constantFrom(...riskBand.options)),
      dueAt: fc.oneof(fc.constant(never), fc.integer({ min: 1.7e12, max: 1.9e12 })),
    });
    const at = 1.8e12;
    const key = (each: Parameters<typeof inboxKey>[0]) =>
      presentKeyOf({ inboxKey: inboxKey(each), dueAt: each.dueAt }, at);
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const isSafe = Number.isSafeInteger(key(a));
        const first = a.dangerSince !== null && b.dangerSince === null ? key(a) < key(b) : true;
        const owed = b.dangerSince === null && !b.isDecisionOwed && a.isDecisionOwed ? key(a) < key(b) : true;
        return isSafe && first && owed;
      }),
    );
  });

  it('knows what a source calls urgent', () => {
    for (const each of [
      '1',
      'E',
      'e',
      'P1',
      'Priority 1',
      'Priorité 1',
      'URGENT',
      'Très urgent',
      'Urgence',
      'Immediate',
      'P1 - High',
      'Priority 1 - enfant',
      'Niveau 1',
      'Danger imminent',
      '1 - no suspect known',
      'Urgence no 4512',
    ])
      expect([each, isUrgentPriority(each)]).toEqual([each, true]);
    for (const each of [
      null,
      '',
      '2',
      '3',
      '10',
      'Low',
      'Non urgent',
      'pas urgent',
      'Not urgent',
      'Non-urgent',
      'pas très urgent',
      'Priority 10',
      'Normale',
      'Elevated',
    ])
      expect([each, isUrgentPriority(each)]).toEqual([each, false]);
  });
});

describe('a danger that is confirmed', () => {
  it('sets the top band and its deadline in hours in the same act, whatever was done before', async () => {
    const id = await log({ riskBand: 'low' });
    await test.call('referrals.assign', { referralIds: [id], userId, on: today });
    await test.call('referrals.check', { referralId: id, kind: 'records', checkedAt: now() - 60_000 });
    const decidedAt = now();
    await test.call('referrals.decideDanger', decide(id, { imminent: true, decidedAt }));
    const { referral, triage } = await detail(id);
    expect(referral).toMatchObject({ riskBand: 'imminent', rescore: null, dangerSince: decidedAt });
    expect(referral.due).toEqual({ at: decidedAt + 4 * hour, what: 'action' });
    expect(triage.missing).toEqual(['protection_notice', 'danger_end']);
  });

  it('is given no lower band without a reason', async () => {
    const id = await log();
    await test.call('referrals.decideDanger', decide(id, { imminent: true }));
    const lower: Input<'referrals.score'> = { referralIds: [id], band: 'high', on: today };
    expect(await test.refusal('referrals.score', lower)).toEqual({
      code: 'invalid_input',
      reason: 'lower_band_needs_reason',
    });
    await test.call('referrals.score', { ...lower, note: 'The child was seen.' });
    const { referral } = await detail(id);
    expect([referral.riskBand, referral.dangerSince === null]).toEqual(['high', false]);
    expect((await inbox())[0]).toBe(id);
  });

  it('ends only by saying how, and keeps its referral open until then', async () => {
    const id = await log();
    await test.call('referrals.decideDanger', decide(id, { imminent: true }));
    await test.call('referrals.notifyProtection', {
      referralId: id,
      notice: { required: true, agency: 'Agency', person: 'Person', notifiedAt: now() },
    });
    const end = { referralId: id, version: 1, to: 'information_only', on: today } as const;
    expect((await test.refusal('referrals.move', end)).reason).toBe('referral_still_open');
    expect((await test.refusal('referrals.decideDanger', decide(id))).reason).toBe('danger_end_needed');
    await test.call('referrals.decideDanger', decide(id, { ended: 'child_safe' }));
    const { referral, triage } = await detail(id);
    expect([referral.dangerSince, triage.missing, triage.decisions[0]?.ended]).toEqual([null, [], 'child_safe']);
    expect((await test.refusal('referrals.decideDanger', decide(id, { ended: 'child_safe' }))).code).toBe(
      'invalid_input',
    );
    await test.call('referrals.move', end);
  });

  it('is carried, with its deadline, by the head that it is bundled under, and no longer once it is split off', async () => {
    const head = await log();
    const under = await log();
    await test.call('referrals.decideDanger', decide(head, { identifiable: 'no' }));
    await test.call('referrals.decideDanger', decide(under, { imminent: true }));
    const { due, dangerSince } = (await detail(under)).referral;
    await test.call('referrals.bundle', { headId: head, referralIds: [under], on: today });
    expect((await detail(head)).referral).toMatchObject({ due, dangerSince });
    await test.call('referrals.split', { referralId: under, on: today });
    expect((await detail(head)).referral).toMatchObject({ due: null, dangerSince: null });
    expect((await detail(under)).referral).toMatchObject({ due, dangerSince });
  });

  it('keeps the head open that it is bundled under until its end is decided', async () => {
    const [head, under] = [await log(), await log()];
    await test.call('referrals.decideDanger', decide(head, { identifiable: 'no' }));
    await test.call('referrals.decideDanger', decide(under, { imminent: true }));
    await test.call('referrals.bundle', { headId: head, referralIds: [under], on: today });
    const { version } = (await detail(head)).referral;
    const end = { referralId: head, version, to: 'information_only', on: today } as const;
    expect((await test.refusal('referrals.move', end)).reason).toBe('referral_still_open');
    const { items } = await test.call('referrals.owed', { referralIds: [head] });
    expect(items.map(({ id, kind }) => [id, kind])).toContainEqual([under, 'danger_end']);
  });

  it('has a deadline in hours of its own where an earlier one passed without an action', async () => {
    const id = await log({ receivedOn: '2026-01-05', riskBand: 'low' });
    expect((await detail(id)).referral.due!.at).toBeLessThan(now());
    await test.call('referrals.decideDanger', decide(id, { imminent: true }));
    expect((await detail(id)).referral.due!.at).toBeGreaterThan(now());
  });

  it('has a next check after every one until it is ended', async () => {
    const id = await log();
    await test.call('referrals.assign', { referralIds: [id], userId, on: today });
    await test.call('referrals.decideDanger', decide(id, { imminent: true }));
    const check = async (checkedAt: number) => {
      await test.call('referrals.check', { referralId: id, kind: 'records', checkedAt });
      return (await detail(id)).referral.due;
    };
    const first = now() + 1;
    expect(await check(first)).toEqual({ at: first + 4 * hour, what: 'action' });
    expect(await check(first + 1)).toEqual({ at: first + 1 + 4 * hour, what: 'action' });
    await test.call('referrals.decideDanger', decide(id, { ended: 'child_safe' }));
    expect((await detail(id)).referral.due).toBeNull();
  });

  it('has a next check under a head, after one of either', async () => {
    const [head, under] = [await log(), await log()];
    await test.call('referrals.decideDanger', decide(head, { identifiable: 'no' }));
    await test.call('referrals.decideDanger', decide(under, { imminent: true }));
    await test.call('referrals.assign', { referralIds: [head], userId, on: today });
    await test.call('referrals.bundle', { headId: head, referralIds: [under], on: today });
    const checkedAt = now() + 1;
    await test.call('referrals.check', { referralId: head, kind: 'records', checkedAt });
    expect((await detail(head)).referral.due).toEqual({ at: checkedAt + 4 * hour, what: 'action' });
  });

  it('began with the first of the decisions that say so', async () => {
    const id = await log();
    const first = now() - 3_600_000;
    await test.call('referrals.decideDanger', decide(id, { imminent: true, decidedAt: first }));
    await test.call('referrals.decideDanger', decide(id, { imminent: true }));
    expect((await detail(id)).referral.dangerSince).toBe(first);
  });

  it('is moved in the inbox by a priority that is written later', async () => {
    const [first, second] = [await log({ priorityReceived: '3' }), await log({ priorityReceived: '3' })];
    const { version } = (await detail(second)).referral;
    await test.call('referrals.edit', {
      referralId: second,
      version,
      externalNumber: null,
      priorityReceived: 'E',
      summary: null,
    });
    expect(await inbox()).toEqual([second, first]);
  });

  it('is decided alone: no bulk decision takes what its source calls urgent', async () => {
    const urgent = await log({ priorityReceived: 'Urgent' });
    const other = await log({ priorityReceived: '3' });
    const many = { identifiable: 'no', decidedAt: now(), reason: 'Reviewed.' } as const;
    expect((await test.refusal('referrals.decideMany', { ...many, referralIds: [other, urgent] })).reason).toBe(
      'urgent_by_source',
    );
    expect((await detail(other)).triage.decisions).toEqual([]);
    await test.call('referrals.decideMany', { ...many, referralIds: [other] });
  });
});
