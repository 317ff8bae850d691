import { describe, expect } from 'vitest';
import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { endOf } from '../../../../../db/casework/referrals/triage/rules.ts';
import { readTimeliness } from '../../../../../db/casework/referrals/timeliness.ts';
import { authorityInput } from '../../../../support/authorities.ts';
import { noChildIdentified } from '../../../../support/danger.ts';
import { today } from '../../../../support/store.ts';
import { struck } from '../../../../support/corrections.ts';
import { it, test, unitId, userId } from '../../../../support/fixtures/unit.ts';

const hour = 3_600_000;

const log = async (given: Partial<Input<'referrals.log'>> = {}) =>
  (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today, ...given })).id;
const detail = (referralId: ReferralId) => test.call('referrals.get', { referralId });
const score = (referralId: ReferralId, band: 'imminent' | 'very_high' | 'high' | 'low', on: string = today) =>
  test.call('referrals.score', { referralIds: [referralId], band, on });
const now = () => test.store.options.clock.now();
const listed = async (filter: Input<'referrals.list'>['filter']) => {
  const sort = { column: 'dueAt', descending: false } as const;
  const { rows } = await test.call('referrals.list', { filter, sort, from: { at: 'start' }, size: 100 });
  return rows.map(({ id }) => id);
};

describe('a new referral', () => {
  it('has a day to decide about danger, from its entry or from the instant of receipt that was given', async () => {
    const before = now();
    const { referral } = await detail(await log());
    expect(referral.due?.what).toBe('decision');
    expect(referral.due!.at - before).toBeLessThan(24 * hour + 1000);
    expect(referral.due!.at - before).toBeGreaterThanOrEqual(24 * hour);
    const receivedAt = before - 3 * hour;
    const early = await detail(await log({ receivedAt }));
    expect(early.referral.due?.at).toBe(receivedAt + 24 * hour);
    expect(
      await test.refusal('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-20', receivedAt }),
    ).toEqual({
      code: 'invalid_input',
    });
  });

  it('is not concluded before the decision, nor before word to child protection where a child may be identified', async () => {
    const id = await log();
    const end = { referralId: id, version: 1, to: 'not_viable', on: today } as const;
    const refused = { code: 'conflict', reason: 'referral_still_open' };
    expect(await test.refusal('referrals.move', end)).toEqual(refused);
    const owed = async () => (await test.call('referrals.owed', { referralIds: [id] })).items.map(({ kind }) => kind);
    expect(await owed()).toEqual(['danger_decision']);
    const decision = { ...noChildIdentified(id), decidedAt: now() };
    expect(await test.refusal('referrals.decideDanger', { ...decision, imminent: true })).toEqual({
      code: 'invalid_input',
    });
    expect(await test.refusal('referrals.decideDanger', { ...decision, decidedAt: now() + hour })).toEqual({
      code: 'invalid_input',
      reason: 'date_in_future',
    });
    await test.call('referrals.decideDanger', { ...decision, identifiable: 'unknown' });
    expect(await owed()).toEqual(['protection_notice']);
    expect((await detail(id)).referral.due).toBeNull();
    expect(await test.refusal('referrals.move', end)).toEqual(refused);
    await test.call('referrals.notifyProtection', {
      referralId: id,
      notice: { required: false, reason: 'Done by the sender' },
    });
    await test.call('referrals.move', end);
    const { triage } = await detail(id);
    expect(triage.decisions).toMatchObject([{ identifiable: 'unknown', imminent: false, by: 'Officer officer' }]);
    expect(triage.notices).toMatchObject([{ required: false, reason: 'Done by the sender' }]);
  });

  it('keeps its investigation open for the same reasons, each named with the referral', async () => {
    const id = await log();
    const file = await test.call('investigations.open', { unitId, openedOn: today, referralIds: [id], lead: null });
    const items = async () => (await test.call('investigations.openItems', { investigationId: file.id })).items;
    expect(await items()).toMatchObject([{ kind: 'danger_decision', id }]);
    const { investigation } = await test.call('investigations.get', { investigationId: file.id });
    const end = { investigationId: file.id, version: investigation.version, on: today };
    expect((await test.refusal('investigations.conclude', end)).reason).toBe('investigation_still_open');
    await test.call('referrals.decideDanger', noChildIdentified(id));
    expect(await items()).toEqual([]);
    await test.call('investigations.conclude', end);
  });
});

describe('a score', () => {
  it('gives the deadline of its band, keeps the rule it was measured by and who scored', async () => {
    const id = await log({ priorityReceived: '1' });
    await test.call('referrals.decideDanger', noChildIdentified(id));
    await score(id, 'high');
    const { referral, triage } = await detail(id);
    expect(referral).toMatchObject({ state: 'triaged', riskBand: 'high', priorityReceived: '1' });
    expect(referral.due).toEqual({ at: endOf('2026-12-01' as never), what: 'action' });
    expect(triage.scores).toMatchObject([
      { band: 'high', by: 'Officer officer', period: { amount: 7, measure: 'days' } },
    ]);
    await test.call('triagePeriods.set', {
      code: 'high',
      unitId,
      validFrom: today,
      period: { amount: 3, measure: 'days' },
    });
    expect((await detail(id)).referral.due?.at).toBe(endOf('2026-12-01' as never));
    const next = await log();
    await test.call('referrals.decideDanger', noChildIdentified(next));
    await score(next, 'high');
    expect((await detail(next)).referral.due?.at).toBe(endOf('2026-11-27' as never));
  });

  it('may be stricter than the agreement and never laxer, from today on', async () => {
    const set = (code: 'imminent' | 'low', amount: number, measure: 'hours' | 'days', validFrom: string = today) =>
      ({ code, unitId, validFrom, period: { amount, measure } }) as const;
    expect((await test.refusal('triagePeriods.set', set('imminent', 5, 'hours'))).reason).toBe('laxer_than_agreement');
    expect((await test.refusal('triagePeriods.set', set('low', 31, 'days'))).reason).toBe('laxer_than_agreement');
    expect((await test.refusal('triagePeriods.set', set('low', 20, 'days', '2026-11-23'))).reason).toBe(
      'date_before_previous',
    );
    await test.call('triagePeriods.set', set('imminent', 2, 'hours'));
    const { periods } = await test.call('triagePeriods.list', { unitId });
    expect(periods.find(({ code }) => code === 'imminent')).toMatchObject({
      inForce: { amount: 2, measure: 'hours' },
      agreement: [{ amount: 4, measure: 'hours', by: null }],
      unit: [{ amount: 2, by: 'Officer officer' }],
    });
  });

  it('is asked for again when facts arrive, and the next counts from them', async () => {
    const head = await log({ riskBand: 'low' });
    await test.call('referrals.decideDanger', noChildIdentified(head));
    await test.call('referrals.bundle', { headId: head, referralIds: [await log()], on: today });
    const { referral } = await detail(head);
    expect(referral.rescore?.reason).toBe('bundled');
    expect(await listed({ due: 'rescore' })).toEqual([head]);
    const edit = {
      referralId: head,
      version: referral.version,
      externalNumber: 'A-1',
      priorityReceived: null,
      summary: null,
    };
    await test.call('referrals.edit', edit);
    expect((await detail(head)).referral.rescore).toEqual(referral.rescore);
    await score(head, 'imminent');
    const again = await detail(head);
    expect(again.referral).toMatchObject({
      rescore: null,
      due: { at: referral.rescore!.since + 4 * hour, what: 'action' },
    });
    expect(again.triage.scores.map(({ band }) => band)).toEqual(['imminent', 'low']);
    await test.call('referrals.decideDanger', { ...noChildIdentified(head), identifiable: 'yes', imminent: true });
    expect((await detail(head)).referral.rescore).toBeNull();
  });

  it('is asked for again when an identifier is added to the referral or to its file', async () => {
    const [id, carried] = [await log({ riskBand: 'low' }), await log({ riskBand: 'low' })];
    const opened = { unitId, openedOn: today, referralIds: [carried], lead: null };
    const file = await test.call('investigations.open', opened);
    const blank = { service: null, port: null, seenText: null, seenOffset: null, event: null };
    const email = {
      kind: 'email',
      value: 'someone@example.org',
      obtained: 'volunteered',
      obtainedReference: null,
    } as const;
    const add = (kind: 'referral' | 'investigation', fileId: string) =>
      test.call('identifiers.add', { file: { kind, id: fileId }, ...email, ...blank, personId: null });
    await add('referral', id);
    expect((await detail(id)).referral.rescore?.reason).toBe('identifier');
    expect((await detail(carried)).referral.rescore).toBeNull();
    await add('investigation', file.id);
    expect((await detail(carried)).referral.rescore?.reason).toBe('identifier');
    await score(carried, 'high');
    expect((await detail(carried)).referral).toMatchObject({ state: 'linked', riskBand: 'high', rescore: null });
  });

  it('does not renew a deadline that was missed', async () => {
    const id = await log({ receivedOn: '2026-11-10', riskBand: 'high' });
    await test.call('referrals.decideDanger', noChildIdentified(id));
    const missed = endOf('2026-11-17' as never);
    expect((await detail(id)).referral.due?.at).toBe(missed);
    await score(id, 'low');
    expect((await detail(id)).referral.due?.at).toBe(missed);
    expect(await listed({ due: 'breach' })).toEqual([id]);
  });
});

describe('the first action', () => {
  const late = () => log({ receivedOn: '2026-11-10', riskBand: 'high' });
  const link = async (id: ReferralId): Promise<InvestigationId> =>
    (await test.call('investigations.open', { unitId, openedOn: today, referralIds: [id], lead: null })).id;

  it('is a check after the assignment: an assignment alone, or a check before it, is none', async () => {
    const id = await late();
    await test.call('referrals.check', { referralId: id, kind: 'records', checkedAt: now() - hour });
    await test.call('referrals.assign', { referralIds: [id], userId, on: today });
    expect((await detail(id)).triage.firstActionAt).toBeNull();
    expect(await listed({ due: 'breach' })).toEqual([id]);
    const checkedAt = now() + 1;
    await test.call('referrals.check', { referralId: id, kind: 'subscriber', checkedAt });
    expect((await detail(id)).triage).toMatchObject({
      firstActionAt: checkedAt,
      checks: [{ kind: 'subscriber' }, { kind: 'records' }],
    });
    expect(await listed({ due: 'breach' })).toEqual([]);
  });

  it('is an authority of its file, unless that was entered in error', async () => {
    const id = await late();
    const file = await link(id);
    expect(await listed({ due: 'breach' })).toEqual([id]);
    const made = await test.call(
      'authorities.record',
      authorityInput(file, 'preservation_demand', today, { variant: 'canadian', heldBy: 'X', concerning: 'Y' }),
    );
    expect(await listed({ due: 'breach' })).toEqual([]);
    await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'authority', made.id));
    expect(await listed({ due: 'breach' })).toEqual([id]);
    await test.call('arrests.record', { investigationId: file, arrestedOn: today, youth: false });
    expect(await listed({ due: 'breach' })).toEqual([]);
  });

  it('is counted by the indicator as a recount of the same rows does', async () => {
    const ids = [await late(), await late(), await log({ riskBand: 'low' })];
    await test.call('referrals.assign', { referralIds: [ids[0]!], userId, on: today });
    await test.call('referrals.check', { referralId: ids[0]!, kind: 'records', checkedAt: now() + 1 });
    const { read } = test.store.requireUnlocked();
    const range = { unitIds: [unitId], from: '2026-10-01' as never, to: today };
    const { rows } = await readTimeliness(read, range, now() + 10_000);
    const quarter = { fiscalYear: 2026, quarter: 3 };
    expect(rows).toEqual([
      { unitId, quarter, band: 'high', inTime: 0, late: 2, pending: 0, ended: 0 },
      { unitId, quarter, band: 'low', inTime: 0, late: 0, pending: 1, ended: 0 },
    ]);
  });
});

describe('what waits', () => {
  it('comes by its deadline, in windows, and what is never due comes last', async () => {
    const far = await log({ receivedOn: '2026-11-20', riskBand: 'low' });
    const near = await log({ receivedOn: '2026-11-20', riskBand: 'high' });
    const past = await log({ receivedOn: '2026-11-01', riskBand: 'very_high' });
    const none = await log();
    for (const id of [far, near, past, none]) await test.call('referrals.decideDanger', noChildIdentified(id));
    expect(await listed({ openOnly: true })).toEqual([past, near, far, none]);
    expect(await listed({ due: 'overdue' })).toEqual([past]);
    expect(await listed({ due: 'today' })).toEqual([]);
    expect(await listed({ due: 'week' })).toEqual([near]);
    const sort = { column: 'dueAt', descending: false } as const;
    const first = await test.call('referrals.list', { filter: {}, sort, from: { at: 'start' }, size: 2 });
    const second = await test.call('referrals.list', {
      filter: {},
      sort,
      from: { at: 'after', cursor: first.after! },
      size: 2,
    });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([past, near, far, none]);
    const from = { at: 'date', date: '2026-11-27' } as const;
    const day = await test.call('referrals.list', { filter: {}, sort, from, size: 1 });
    expect(day.rows.map(({ id }) => id)).toEqual([near]);
  });

  it('is counted for who asks', async () => {
    const mine = [await log({ receivedOn: '2026-11-01', riskBand: 'high' }), await log()];
    await log();
    await test.call('referrals.assign', { referralIds: mine, userId, on: today });
    expect(await test.call('referrals.waiting', {})).toEqual({ mine: 2, unassigned: 1, overdue: 1, toScore: 0 });
    expect(await listed({ openOnly: true, mineOrNobodys: userId })).toHaveLength(3);
  });

  it('asks nothing of what was closed before it was imported or logged before any question, until that is reopened', async () => {
    const id = await log();
    const { raw } = test.store.requireUnlocked();
    // As a workspace made before this version holds it.
    raw
      .prepare('UPDATE referral SET decision_from = NULL, decision_due_at = NULL, due_at = ? WHERE id = ?')
      .run(Number.MAX_SAFE_INTEGER, id);
    await test.call('referrals.move', { referralId: id, version: 1, to: 'concluded', on: today });
    await test.call('referrals.move', { referralId: id, version: 2, to: 'received', on: today });
    expect((await detail(id)).referral.due?.what).toBe('decision');
    expect(
      (await test.refusal('referrals.move', { referralId: id, version: 3, to: 'concluded', on: today })).reason,
    ).toBe('referral_still_open');
  });
});
