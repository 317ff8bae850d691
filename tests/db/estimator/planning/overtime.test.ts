import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { mean } from '../../../../db/estimator/numbers.ts';
import type { UnitPanel } from '../../../../db/estimator/panel.ts';
import { backtest } from '../../../../db/estimator/planning/backtest.ts';
import { planBasis } from '../../../../db/estimator/planning/basis.ts';
import { project } from '../../../../db/estimator/planning/project.ts';
import { noChange } from '../../../../db/estimator/planning/staff.ts';
import { fitCapacity } from '../../../../db/estimator/sampler/fit.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';
import { replaceAt, steadyPanel } from '../../../support/unitPanels.ts';

const months = 48;
const lastYear = Array.from({ length: 12 }, (_, k) => months - 12 + k);
const always = (hours: number): number[] => Array.from({ length: months }, () => hours);
const never = Array.from({ length: months }, () => null);

/** Four base FTE who close 24 files a month, and what is recorded of their overtime. */
const unit = (changes: Partial<UnitPanel>): UnitPanel =>
  steadyPanel(months, months, {
    fteBase: always(4),
    outflowInvestigated: always(24),
    backlog: always(0).map((_, t) => 600 + 3 * (t + 1)),
    ...changes,
  });
const funded = steadyPanel(months, 30, { unitId: 'U02' });

function basisOf(changes: Partial<UnitPanel>) {
  const { usable } = sortUnits([unit(changes), funded]);
  const fit = fitCapacity(usable, defaultAssumptions, { seed: 5, chains: 1, sweeps: 200, burnIn: 100, thin: 1 });
  return planBasis(fit, defaultAssumptions, 5, 100);
}

const halfRecorded = { overtimeBase: always(290), overtimeFunded: never };

describe('overtime that a plan goes on with', () => {
  it('is none where one of its parts is not recorded, as in the estimate', () => {
    const basis = basisOf(halfRecorded);
    expect(basis).toEqual(basisOf({}));
    const { investigated, baseCapacity } = project(basis, [{ plan: noChange }], 12, ['U01']).totals[0]!;
    for (const files of [investigated, baseCapacity]) expect(Math.abs(mean(files) / 24 - 1)).toBeLessThan(0.1);
  });

  it('is the mean of what the estimate counted in the months of the last year that it looked at', () => {
    const overtime = { overtimeBase: always(290), overtimeFunded: always(29) };
    expect(basisOf(overtime).units[0]).toMatchObject({ overtimeBase: 290, overtimeFunded: 29 });
    const blank = { ...overtime, overtimeFunded: replaceAt<number | null>(always(29), lastYear.slice(0, 6), null) };
    expect(basisOf(blank).units[0]).toMatchObject({ overtimeBase: 145, overtimeFunded: 14.5 });
    const unreported = replaceAt<number | null>(always(24), lastYear.slice(0, 6), null);
    expect(basisOf({ ...blank, outflowInvestigated: unreported }).units[0]).toMatchObject({
      overtimeBase: 290,
      overtimeFunded: 29,
    });
  });

  it('is none either in the test on earlier months', () => {
    const tested = (changes: Partial<UnitPanel>) =>
      backtest([unit(changes)], defaultAssumptions, { seed: 5, reference: null });
    const without = tested({});
    expect(without.ahead12!.forecasts).toBeGreaterThan(0);
    expect(tested(halfRecorded)).toEqual(without);
  });
});
