import { describe, expect, test } from 'vitest';
import { noChange, plan as planSchema, planLine, type Plan } from '../../../electron/contract/statistics/plans.ts';
import {
  planScales,
  typedNumber,
  type PlanNumberName,
} from '../../../renderer/features/statistics/plans/planScales.ts';

const line = {
  unitId: '00000000-0000-4000-8000-000000000001',
  from: '2027-04',
  to: null,
  fte: 1,
  funded: true,
  rampMonths: null,
};

/** Whether the contract takes a plan with the number that was typed. */
function isTaken(name: PlanNumberName, typed: number): boolean {
  const share = typed / 100;
  const plans: Readonly<Record<PlanNumberName, Partial<Plan> | null>> = {
    overtime: { overtimeBase: typed, overtimeFunded: typed },
    vacancies: { vacancyShare: share },
    step: { step: { from: '2027-04' as never, share } },
    fundedFte: null,
    baseFte: null,
    ramp: null,
    target: null,
  };
  const lines = {
    fundedFte: { ...line, fte: typed },
    baseFte: { ...line, fte: typed, funded: false },
    ramp: { ...line, rampMonths: typed },
  };
  const found = plans[name];
  if (found !== null) return planSchema.safeParse({ ...noChange, ...found }).success;
  return name === 'target' || planLine.safeParse(lines[name as keyof typeof lines]).success;
}

test('vacancies are from none to all of the positions, and each unit’s own where none is given', () => {
  expect([planScales.vacancies.min, planScales.vacancies.max]).toEqual([0, 100]);
  expect([noChange.vacancyShare, planSchema.safeParse(noChange).success]).toEqual([null, true]);
});

describe.each(Object.keys(planScales) as PlanNumberName[])('the number of a plan: %s', (name) => {
  const { min, max, decimals } = planScales[name];
  const step = 10 ** -decimals;

  test('is one that the projection takes, to the ends of its range and in each of its decimals', () => {
    for (const typed of [min, max, min + step, max - step, min + 3 * step, min + 17 * step]) {
      const value = typedNumber(typed, planScales[name]);
      expect([typed, typeof value]).toEqual([typed, 'number']);
      expect([typed, isTaken(name, value!)]).toEqual([typed, true]);
    }
  });

  test('stays what it was beyond its range and while it is half typed, and is gone where it is emptied', () => {
    for (const typed of [max + step, max + 1, min - step, '12.', '12,', '-'])
      expect([typed, typedNumber(typed, planScales[name])]).toEqual([typed, undefined]);
    expect(typedNumber('', planScales[name])).toBeNull();
  });
});
