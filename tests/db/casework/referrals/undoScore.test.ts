import { describe, expect } from 'vitest';
import type { RiskBand } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { ReferralId } from '#contract/ground/ids';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { readTimeliness } from '../../../../db/casework/referrals/timeliness.ts';
import { noChildIdentified } from '../../../support/danger.ts';
import { createUnitAndUser, today } from '../../../support/store.ts';
import { it, test, unitId, userId } from '../../../support/fixtures/unit.ts';

const refused = { code: 'conflict', reason: 'state_not_allowed' };
const log = async () => (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today })).id;
const get = (referralId: ReferralId) => test.call('referrals.get', { referralId });
const facts = async (id: ReferralId) => {
  const { state, stateOn, riskBand, due, rescore } = (await get(id)).referral;
  return { state, stateOn, riskBand, due, rescore };
};
const score = async (id: ReferralId, band: RiskBand, on: string = today) =>
  (await test.call('referrals.score', { referralIds: [id], band, on })).rows;
const undoOf = (rows: readonly { id: ReferralId; version: number }[]) => ({
  referrals: rows.map(({ id, version }) => ({ referralId: id, version })),
});

describe('taking a score back', () => {
  it('puts the band, the deadline and the state where they were, and keeps that it was given', async () => {
    const id = await log();
    const before = await facts(id);
    const rows = await score(id, 'low');
    expect((await facts(id)).state).toBe('triaged');
    await test.call('referrals.undo', undoOf(rows));
    expect(await facts(id)).toEqual(before);
    await score(id, 'high');
    const { triage } = await get(id);
    expect(triage.scores.map(({ band, isUndone }) => [band, isUndone])).toEqual([
      ['high', false],
      ['low', true],
    ]);
  });

  it('brings back the score before, and the call to score again that it had answered', async () => {
    const id = await log();
    await score(id, 'low');
    const { version } = (await get(id)).referral;
    const edit = { referralId: id, version, externalNumber: 'R-9', priorityReceived: null, summary: null };
    await test.call('referrals.edit', edit);
    const before = await facts(id);
    expect(before.rescore).not.toBeNull();
    const rows = await score(id, 'imminent');
    expect((await facts(id)).rescore).toBeNull();
    await test.call('referrals.undo', undoOf(rows));
    expect(await facts(id)).toEqual(before);
  });

  it('is refused once anything was done since, to another officer, and a second time', async () => {
    const id = await log();
    const rows = await score(id, 'low');
    await test.signInAs('admin');
    await createUnitAndUser(test, { login: 'other', code: 'U02' });
    await test.signInAs('admin');
    await test.call('users.grant', { userId, version: 1, roles: ['investigator'], unitIds: [unitId] });
    const other = (await test.call('users.list', {})).users.find(({ login }) => login === 'other')!;
    await test.call('users.grant', { userId: other.id, version: 1, roles: ['investigator'], unitIds: [unitId] });
    await test.signInAs('other');
    expect(await test.refusal('referrals.undo', undoOf(rows))).toEqual(refused);
    await test.signInAs('officer');
    await test.call('referrals.undo', undoOf(rows));
    const version = (await get(id)).referral.version;
    expect(await test.refusal('referrals.undo', undoOf([{ id, version }]))).toEqual(refused);
    const again = await score(id, 'high');
    await test.call('referrals.assign', { referralIds: [id], userId, on: today });
    expect(await test.refusal('referrals.undo', undoOf(again))).toMatchObject({ reason: 'version_conflict' });
  });

  it('is refused once it was acted on, once its deadline passed, and after its day', async () => {
    const acted = await log();
    await test.call('referrals.decideDanger', noChildIdentified(acted));
    await test.call('referrals.assign', { referralIds: [acted], userId, on: today });
    const rows = await score(acted, 'high');
    const checkedAt = test.store.options.clock.now() + 1000;
    await test.call('referrals.check', { referralId: acted, kind: 'records', checkedAt });
    expect(await test.refusal('referrals.undo', undoOf(rows))).toEqual(refused);

    const late = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-01' });
    expect(await test.refusal('referrals.undo', undoOf(await score(late.id, 'very_high')))).toEqual(refused);

    const yesterday = await score(await log(), 'low');
    Object.assign(test.store.options, { clock: fixedClock('2026-11-25' as CivilDate) });
    expect(await test.refusal('referrals.undo', undoOf(yesterday))).toEqual(refused);
  });

  it('counts in no figure of what was acted on in time', async () => {
    const id = await log();
    const { read } = test.store.requireUnlocked();
    const asked = { unitIds: [unitId], from: '2026-10-01' as CivilDate, to: today };
    const of = () => readTimeliness(read, asked, test.store.options.clock.now() + 10_000);
    const before = await of();
    await test.call('referrals.undo', undoOf(await score(id, 'low')));
    expect(await of()).toEqual(before);
  });
});
