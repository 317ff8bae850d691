import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { personInput } from '../../../support/persons.ts';
import { copyOfUnit, type TestStore } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';

let test: TestStore;
let unitId: UnitId;
let file: InvestigationId;
beforeEach(async () => {
  ({ test, unitId } = await copyOfUnit());
  file = (await openFile(test, unitId)).id;
});
afterEach(() => {
  test.dispose();
});

const quarter = { fiscalYear: 2026, quarter: 3 } as const;
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
    await test.call('support.remove', { investigationId: file, supportId: id, version: 1 });
    expect(await value()).toBe(1);
    const { referrals } = await test.call('support.list', { investigationId: file });
    expect(referrals.map((each) => each.service)).toEqual(['child_protection']);
    expect(await test.refusal('support.add', { ...given, referredOn: '2026-09-30' })).toEqual({
      code: 'invalid_input',
      reason: 'date_before_previous',
    });
  });
});
