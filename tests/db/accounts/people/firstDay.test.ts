import { expect } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { backUpIfDue } from '../../../../db/store/backups/daily.ts';
import { addUnit, createTestStore, today } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

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

it('counts only a backup that a person made of the unit, from its first entry on', async () => {
  const fresh = await createTestStore();
  try {
    const jobId = '00000000-0000-4000-8000-0000000000aa';
    const isDone = async () => {
      const { steps } = await fresh.call('firstDay.get', {});
      return steps.find(({ step }) => step === 'backup')?.isDone;
    };
    expect(await isDone()).toBe(false);
    // As the workspace does by itself while its first user reads.
    await backUpIfDue(fresh.store);
    expect((await fresh.call('backups.list', {})).backups).toHaveLength(1);
    expect(await isDone()).toBe(false);
    Object.assign(fresh.store.options, { clock: fixedClock('2026-12-01' as CivilDate) });
    await addUnit(fresh);
    expect(await isDone()).toBe(false);
    // Vigie's own: of the next day, and at a new recovery key.
    Object.assign(fresh.store.options, { clock: fixedClock('2026-12-03' as CivilDate) });
    expect(await backUpIfDue(fresh.store)).toBe(true);
    expect(await isDone()).toBe(false);
    await fresh.call('backups.make', { jobId });
    expect(await isDone()).toBe(true);
  } finally {
    fresh.dispose();
  }
});
