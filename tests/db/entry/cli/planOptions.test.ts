import { describe, expect, it } from 'vitest';
import type { Month } from '../../../../electron/contract/ground/dates.ts';
import type { UnitId } from '../../../../electron/contract/ground/ids.ts';
import { noChange, type Plan } from '../../../../electron/contract/statistics/plans.ts';
import { wholeBetween } from '../../../../db/entry/cli/parse.ts';
import { checkPlanOptions, planWith, type PlanOptions } from '../../../../db/entry/cli/planOptions.ts';
import { said } from './said.ts';

const one: PlanOptions = { workspace: 'x', login: 'x', unit: 'U01' };
const month = '2027-04' as Month;
const unitId = '00000000-0000-4000-8000-000000000001' as UnitId;
const refused = (options: Partial<PlanOptions>) =>
  said(() => {
    checkPlanOptions({ ...one, ...options });
  })?.[0];

describe('the options of a plan', () => {
  it('are refused where one of them would change nothing', () => {
    expect(refused({ by: month })).toBe('--by and --probability need --target.');
    expect(refused({ probability: 0.9 })).toBe('--by and --probability need --target.');
    expect(refused({ from: month })).toBe('--from needs --funded-fte or --target.');
    expect(refused({ step: 0.2 })).toBe('Give both: --step and --step-from.');
    expect(refused({ stepFrom: month })).toBe('Give both: --step and --step-from.');
    expect(refused({ renewed: true })).toBe(
      'No agreement ends in this plan: give --agreement-ends YYYY-MM with --renewed.',
    );
    expect(refused({ vacancies: 0.2 })).toBe('--vacancies needs --funded-fte, --target or --plan.');
    for (const taken of [
      { target: 10, from: month, by: month, probability: 0.9 },
      { fundedFte: 1, from: month },
      { step: 0.2, stepFrom: month },
      { vacancies: 0, fundedFte: 1, from: month },
      { vacancies: 1, plan: 'saved' },
      { renewed: true, agreementEnds: month },
      { renewed: true, plan: 'saved' },
    ] as const)
      expect(refused(taken)).toBeUndefined();
  });

  it('take a whole number of files and no other', () => {
    const target = wholeBetween('--target', 0, 1_000_000);
    expect([target('0'), target('900')]).toEqual([0, 900]);
    for (const text of ['12.6', '12,6', '-1', '1000001', 'many'])
      expect(said(() => target(text))![0]).toBe(`--target: “${text}” is not a whole number from 0 to 1000000.`);
  });

  it('renew a saved plan, and change its inflow from a month on', () => {
    const saved: Plan = { ...noChange, agreementEnds: month, renewed: false };
    expect(planWith(saved, unitId, { ...one, renewed: true })).toEqual({ ...saved, renewed: true });
    expect(said(() => planWith(noChange, unitId, { ...one, renewed: true }))![0]).toContain('--agreement-ends');
    expect(planWith(saved, unitId, { ...one, step: -0.25, stepFrom: month })).toEqual({
      ...saved,
      step: { from: month, share: -0.25 },
    });
    const set: Plan = { ...saved, vacancyShare: 0.1 };
    expect([planWith(saved, unitId, one), planWith(set, unitId, one)]).toEqual([saved, set]);
    expect(planWith(set, unitId, { ...one, vacancies: 0 }).vacancyShare).toBe(0);
    expect(planWith(saved, unitId, { ...one, fundedFte: 1, from: month }).lines).toEqual([
      { unitId, from: month, to: null, fte: 1, funded: true, rampMonths: null },
    ]);
  });
});
