import { and, eq, gt, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { unitMonth } from '../../../../db/ground/schema/common/unitMonths.ts';
import { coordinationOf, newJob, panelsOf, unitWorkspaceOf, type Laboratory } from './reference/support.ts';

/** Drops what was recorded of a unit after a month: its staff alone, or all of it. */
async function forget({ test }: Laboratory, unitId: UnitId, after: Month, what: 'staff' | 'everything'): Promise<void> {
  const { tx } = test.store.requireUnlocked();
  const isStaff = what === 'staff' ? inArray(unitMonth.measure, ['fte_base', 'fte_funded']) : undefined;
  await tx.delete(unitMonth).where(and(eq(unitMonth.unitId, unitId), gt(unitMonth.month, after), isStaff));
}

const lastMonthOf = ({ test }: Laboratory, scope: object = { all: true }) =>
  test.call('counterfactual.lastMonth', { scope: scope as { all: true } });

const estimate = ({ test }: Laboratory, lastMonth: Month, scope: object = { all: true }) =>
  test.call('counterfactual.run', {
    scope: scope as { all: true },
    ...{ lastMonth, assumptions: defaultAssumptions, jobId: newJob() },
  });

describe('one unit that has not entered the staff of the last month', () => {
  let unit: Laboratory;
  let scope: { readonly unitId: UnitId };
  const before = (): Month => addMonths(unit.lastMonth, -1);

  beforeAll(async () => {
    unit = await unitWorkspaceOf(panelsOf(1, 30)[0]!);
    scope = { unitId: unit.unitIds[0]! };
    await forget(unit, scope.unitId, before(), 'staff');
  });
  afterAll(() => {
    unit.test.dispose();
  });

  it('is estimated to the month before, and the last month is named with what it lacks', async () => {
    const { month, behind } = await lastMonthOf(unit, scope);
    expect(month).toBe(before());
    expect(behind.map(({ lacks, months }) => ({ lacks, months: months[0] }))).toEqual([
      { lacks: 'staff', months: unit.lastMonth },
    ]);
  });

  it('is refused where the last month is chosen', async () => {
    const { units } = await estimate(unit, unit.lastMonth, scope);
    expect(units[0]!.result).toEqual({
      status: 'refused',
      reasons: [{ code: 'fte_missing', months: [unit.lastMonth] }],
    });
  });
});

describe('one unit that has entered a month and not the one before', () => {
  let unit: Laboratory;
  beforeAll(async () => {
    unit = await unitWorkspaceOf(panelsOf(1, 40)[0]!);
    const { tx } = unit.test.store.requireUnlocked();
    const gap = and(eq(unitMonth.month, addMonths(unit.lastMonth, -1)), eq(unitMonth.measure, 'fte_base'));
    await tx.delete(unitMonth).where(gap);
  });
  afterAll(() => {
    unit.test.dispose();
  });

  it('is estimated to the month before the gap, which alone is named', async () => {
    const { month, behind } = await lastMonthOf(unit, { unitId: unit.unitIds[0]! });
    expect(month).toBe(addMonths(unit.lastMonth, -2));
    expect(behind.map(({ lacks, months }) => [lacks, months])).toEqual([['staff', [addMonths(unit.lastMonth, -1)]]]);
  });
});

describe('several units of which one is late', () => {
  let office: Laboratory;
  beforeAll(async () => {
    office = await coordinationOf(panelsOf(4, 32));
    await forget(office, office.unitIds[2]!, addMonths(office.lastMonth, -3), 'everything');
    await forget(office, office.unitIds[3]!, addMonths(office.lastMonth, -1), 'staff');
    // Never funded: not in the estimate, and not named.
    await forget(office, office.unitIds[0]!, addMonths(office.lastMonth, -2), 'staff');
  });
  afterAll(() => {
    office.test.dispose();
  });

  it('are estimated to the last month that half of them reach, and the late ones are named', async () => {
    const { month, latest, behind } = await lastMonthOf(office);
    expect([month, latest]).toEqual([addMonths(office.lastMonth, -1), office.lastMonth]);
    expect(behind.map(({ code, lacks, months }) => [code, lacks, months.length])).toEqual([
      ['U03', 'counts', 3],
      ['U04', 'staff', 1],
    ]);
  });

  it('are summed over one set of units in every month', async () => {
    const { total } = await estimate(office, addMonths(office.lastMonth, -1));
    expect(total).toMatchObject({ unitsCovered: 1, likelyFewer: { of: 1 } });
    expect(new Set(total!.covered.slice(-6))).toEqual(new Set([1]));
  });

  it('have no total of a month that no funded unit reaches', async () => {
    const { total, units } = await estimate(office, office.lastMonth);
    expect(units.flatMap(({ result }) => (result.status === 'estimated' ? [result.asOf] : []))).toHaveLength(2);
    expect(total).toBeNull();
  });
});
