import { describe, expect } from 'vitest';
import { supportFigure, type SupportFigure } from '#contract/casework/victims';
import type { Quarter } from '#contract/ground/dates';
import type { Input } from '#contract/index';
import type { InvestigationId, SupportReferralId } from '#contract/ground/ids';
import { sum } from '../../../../db/estimator/numbers.ts';
import { openFile } from '../../../support/authorities.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { personInput } from '../../../support/persons.ts';
import { stored } from '../../../support/stored.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId, investigationId as file } from '../../../support/fixtures/investigation.ts';

const quarter = { fiscalYear: 2026, quarter: 3 } as Quarter;
const tallies: Input<'tallies.save'>['tallies'] = [
  { lens: 'indigenous', category: 'inuit', method: 'self_identified', count: 1 },
  { lens: 'indigenous', category: 'metis', method: 'self_identified', count: 2 },
];

describe('tallies of victims', () => {
  it('are off until the unit states under which authority, and are of a quarter as a whole', async () => {
    const get = () => test.call('tallies.get', { unitId, quarter });
    expect(await get()).toMatchObject({ policy: null, tallies: [], victims: 0, isSmall: true });
    expect(await test.refusal('tallies.save', { unitId, quarter, tallies })).toEqual({
      code: 'conflict',
      reason: 'tallies_off',
    });
    const policy = { unitId, enabled: true, authority: 'Service policy 12-4', decidedOn: '2026-10-01' };
    await test.call('tallies.setPolicy', { ...policy, version: null });
    await test.call('tallies.save', { unitId, quarter, tallies });
    await test.call('tallies.save', { unitId, quarter, tallies: tallies.slice(1) });
    await test.call(
      'persons.add',
      personInput({ kind: 'investigation', id: file }, 'victim', { identifiedOn: '2026-10-05' }),
    );
    expect(await get()).toMatchObject({ policy: { enabled: true, version: 1 }, tallies: tallies.slice(1), victims: 1 });
    await test.call('tallies.setPolicy', { ...policy, enabled: false, version: 1 });
    expect((await test.refusal('tallies.save', { unitId, quarter, tallies })).reason).toBe('tallies_off');
    const mixed = { lens: 'gender', category: 'inuit', method: 'unknown', count: 1 } as const;
    await expect(test.call('tallies.save', { unitId, quarter, tallies: [mixed] })).rejects.toThrow('category');
  });
});

describe('few victims', () => {
  it('are fewer than the workspace says, 20 until an administrator sets it', async () => {
    const get = () => test.call('tallies.get', { unitId, quarter });
    const found = { identifiedOn: '2026-10-05' as const };
    for (let count = 0; count < 2; count += 1)
      await test.call('persons.add', personInput({ kind: 'investigation', id: file }, 'victim', found));
    expect(await get()).toMatchObject({ victims: 2, few: 20, isSmall: true });
    const { marking, idleMinutes } = await test.call('settings.get', {});
    const settings = { marking, idleMinutes, fewVictims: 2 };
    expect(await test.refusal('settings.save', settings)).toEqual({ code: 'forbidden' });
    await test.signInAs('admin');
    await test.call('settings.save', settings);
    expect(await test.refusal('settings.save', { ...settings, fewVictims: 1 })).toEqual({ code: 'invalid_input' });
    await test.call('settings.save', { marking, idleMinutes });
    expect((await test.call('settings.get', {})).fewVictims).toBe(2);
    await test.signInAs('officer');
    expect(await get()).toMatchObject({ victims: 2, few: 2, isSmall: false });
  });
});

describe('a referral of a victim to a service', () => {
  it('is counted in its month, and no longer once removed', async () => {
    const value = async () =>
      (
        await stored<{ value: number }>(
          test,
          "SELECT value FROM unit_month WHERE measure = 'support_referrals' AND month = '2026-10'",
        )
      )[0]?.value;
    const given = { investigationId: file, referredOn: '2026-10-05', service: 'victim_services' } as const;
    const { id } = await test.call('support.add', given);
    await test.call('support.add', { ...given, service: 'child_protection' });
    expect(await value()).toBe(2);
    await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'support_referral', id));
    expect(await value()).toBe(1);
    const { referrals } = await test.call('support.list', { investigationId: file });
    expect(referrals.map((each) => each.service)).toEqual(['child_protection']);
    expect(await test.refusal('support.add', { ...given, referredOn: '2026-11-25' })).toEqual({
      code: 'invalid_input',
      reason: 'date_in_future',
    });
    // Before the file was opened somebody else may have referred the person.
    await test.call('support.add', { ...given, referredOn: '2026-09-30' });
  });

  it('is accepted, declined or not answered yet, and counts so in the quarter in which it was made', async () => {
    const add = (referredOn: string) =>
      test.call('support.add', { investigationId: file, referredOn, service: 'victim_services' });
    const answer = (supportId: SupportReferralId, version: number, given: Input<'support.answer'>['answer']) =>
      test.call('support.answer', { reason, investigationId: file, supportId, version, answer: given });
    const counts = async () => {
      const { rows } = await test.call('support.counts', { filter: { unitId } });
      return rows
        .slice(-2)
        .map(({ referrals, accepted, declined, noAnswer }) => [referrals, accepted, declined, noAnswer]);
    };
    const first = await add('2026-10-05');
    const second = await add('2026-10-06');
    await add('2026-11-20');
    expect(await counts()).toEqual([
      [0, 0, 0, 0],
      [3, 0, 0, 3],
    ]);
    expect(await answer(first.id, 1, { outcome: 'accepted', answeredOn: '2026-11-02' })).toEqual({ version: 2 });
    await answer(second.id, 1, { outcome: 'accepted', answeredOn: '2026-10-06' });
    await answer(second.id, 2, { outcome: 'declined', answeredOn: '2026-10-07' });
    expect((await counts())[1]).toEqual([3, 1, 1, 1]);
    await answer(first.id, 2, null);
    expect((await counts())[1]).toEqual([3, 0, 1, 2]);
    const { referrals } = await test.call('support.list', { investigationId: file });
    expect(referrals.map(({ outcome, answeredOn }) => [outcome, answeredOn])).toEqual([
      [null, null],
      ['declined', '2026-10-07'],
      [null, null],
    ]);
    const accepted = { outcome: 'accepted', answeredOn: '2026-10-04' } as const;
    await expect(answer(first.id, 3, accepted)).rejects.toThrow('date_before_previous');
    await expect(answer(first.id, 3, { ...accepted, answeredOn: '2026-11-25' })).rejects.toThrow('date_in_future');
    await expect(answer(first.id, 2, { ...accepted, answeredOn: '2026-10-08' })).rejects.toThrow('version_conflict');
  });

  it('has its file behind each figure that counts it, and of a sealed file is counted alone', async () => {
    const other = (await openFile(test, unitId)).id;
    const add = (investigationId: InvestigationId, referredOn: string) =>
      test.call('support.add', { investigationId, referredOn, service: 'victim_services' });
    const { id: supportId } = await add(file, '2026-10-05');
    const answer = { outcome: 'accepted', answeredOn: '2026-11-02' } as const;
    await test.call('support.answer', { reason, investigationId: file, supportId, version: 1, answer });
    await add(file, '2026-10-07');
    await add(other, '2026-11-20');
    const rowsOf = (figure: SupportFigure, of: Quarter = quarter) =>
      test.call('support.rows', { unitId, quarter: of, figure, offset: 0, size: 10 });
    const compare = async () => {
      for (const { quarter: of, ...figures } of (await test.call('support.counts', { filter: { unitId } })).rows)
        for (const figure of supportFigure.options) {
          const { rows, length, total, sealed } = await rowsOf(figure, of);
          expect([figure, of, total + sealed]).toEqual([figure, of, figures[figure]]);
          expect([rows.length, sum(rows.map(({ count }) => count))]).toEqual([length, total]);
        }
    };
    await compare();
    const [inOther, inFile] = [
      { kind: 'investigation', id: other, on: '2026-11-20', count: 1 },
      { kind: 'investigation', id: file, on: '2026-10-07', count: 2 },
    ];
    expect(await rowsOf('referrals')).toMatchObject({ rows: [inOther, inFile], length: 2, total: 3, sealed: 0 });
    expect((await rowsOf('accepted')).rows).toMatchObject([{ id: file, on: '2026-10-05', count: 1 }]);
    await conclude(test, file, '2026-11-21');
    const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await test.call('seals.seal', { ...act, investigationIds: [file], referralIds: [] });
    await compare();
    expect(await rowsOf('referrals')).toMatchObject({ rows: [inOther], length: 1, total: 1, sealed: 2 });
    expect(await rowsOf('accepted')).toEqual({ rows: [], length: 0, total: 0, sealed: 1 });
  });
});
