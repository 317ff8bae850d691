import { afterEach, describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import { noChange } from '#contract/statistics/plans';
import { position } from '../../../../db/ground/schema/coordination/funding.ts';
import { ownVacancies } from '../../../../db/statistics/plans/ownVacancies.ts';
import { newJob, panelsOf, unitWorkspaceOf } from '../estimate/reference/support.ts';
import { newSender, quarterOne, type Sender } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const lastMonth = '2026-06' as Month;
const year = 365;
let own: Sender;
let other: Sender;
let agreementId: string;
it.beforeAll(async () => {
  [own, other] = [newSender('U01'), newSender('U02')];
  await coordination.receive(own, quarterOne, 1);
  await coordination.receive(other, quarterOne, 2);
  agreementId = await coordination.agreementFor([own, other]);
});
afterEach(async () => {
  await coordination.test.store.requireUnlocked().tx.delete(position);
});

/** The own rate of the unit after its register has these positions, one FTE each unless another number is given. */
async function rateWith(...positions: readonly FundingCells[]): Promise<number | null> {
  const changes = positions.map((cells, index) => ({
    do: 'add' as const,
    cells: { code: `P-${String(index)}`, role: 'analyst', funding: 'funded', fte: 100, unitId: own.unitId, ...cells },
  }));
  const register = { agreementId, register: 'positions', fiscalYear: 2026 } as const;
  await coordination.test.call('funding.save', { ...register, changes });
  const found = await ownVacancies(coordination.test.store.requireUnlocked().read, lastMonth);
  return found.get(own.unitId) ?? null;
}

describe('the share of a unit’s funded positions that stayed empty', () => {
  it('counts the days before a position was filled, of the twelve months up to the last one', async () => {
    // From 1 July 2025 to 30 June 2026: 92 days before the first of October.
    expect(await rateWith({ startsOn: '2020-04-01', filledOn: '2025-10-01' })).toBeCloseTo(92 / year, 12);
  });

  it('counts the days after its holder left', async () => {
    const filled = { startsOn: '2020-04-01', filledOn: '2020-04-01' };
    expect(await rateWith({ ...filled, leftOn: '2026-06-01' })).toBeCloseTo(30 / year, 12);
  });

  it('weighs positions by their FTE and the days they were open, and none that ended or is still to open', async () => {
    const rate = await rateWith(
      { fte: 50, startsOn: '2020-04-01' },
      { startsOn: '2020-04-01', endsOn: '2025-09-01', filledOn: '2020-04-01', leftOn: '2025-08-01' },
      { startsOn: '2026-06-01', filledOn: '2026-06-11' },
      { startsOn: '2020-04-01', endsOn: '2025-07-01' },
      { startsOn: '2026-07-01' },
    );
    // Open: half of the year, 62 days and 30; empty: half of the year, 31 days and 10.
    expect(rate).toBeCloseTo((year / 2 + 31 + 10) / (year / 2 + 62 + 30), 12);
  });

  it('takes a position whose opening is not noted for one that was open already', async () => {
    expect(await rateWith({ filledOn: '2024-01-01' })).toBe(0);
    expect(await rateWith({ code: 'P-9' })).toBeCloseTo(0.5, 12);
  });

  it('is not of another unit, of none, or of positions under another budget', async () => {
    const empty = { startsOn: '2020-04-01' };
    expect(
      await rateWith({ ...empty, unitId: other.unitId }, { ...empty, unitId: null }, { ...empty, funding: 'other' }),
    ).toBeNull();
    const found = await ownVacancies(coordination.test.store.requireUnlocked().read, lastMonth);
    expect([...found]).toEqual([[other.unitId, 1]]);
  });

  it('is not known without a register, or where no position was open in those months', async () => {
    expect(await rateWith({ startsOn: '2020-04-01', endsOn: '2025-07-01' }, { startsOn: '2026-07-01' })).toBeNull();
  });
});

it('a unit workspace has no register of positions, and plans all the same', async () => {
  const { test, unitIds, lastMonth: last } = await unitWorkspaceOf(panelsOf(2)[0]!);
  const question = { scope: { unitId: unitIds[0]! }, lastMonth: last, plan: noChange, compare: [] };
  const { units, notPlanned } = await test.call('plans.project', { ...question, jobId: newJob() });
  expect(units.length + notPlanned.length).toBe(1);
  test.dispose();
});
