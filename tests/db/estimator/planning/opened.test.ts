import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { generatePanel } from '../../../../proofs/calibrate/panels/generate.ts';
import { scenarios } from '../../../../proofs/calibrate/panels/scenarios.ts';
import { at, mean, sum } from '../../../../db/estimator/numbers.ts';
import { planBasis, plannedMonths } from '../../../../db/estimator/planning/basis.ts';
import { project } from '../../../../db/estimator/planning/project.ts';
import { noChange } from '../../../../db/estimator/planning/staff.ts';
import { fitCapacity } from '../../../../db/estimator/sampler/fit.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';
import { simulatedBasis } from '../../../support/planned.ts';

/** Files a year that units with funded staff would no longer get were these to leave at once, by what is planned and as they were opened. */
function lostInflow(name: 'induced-funded' | 'induced-split'): { readonly planned: number; readonly opened: number } {
  const { panels } = generatePanel(scenarios[name], 1003);
  const { usable } = sortUnits(panels);
  const length = { chains: 1, sweeps: 260, burnIn: 160, thin: 1 };
  const basis = planBasis(fitCapacity(usable, defaultAssumptions, { seed: 5, ...length }), defaultAssumptions, 5, 100);
  const funded = basis.units.filter(({ fundedFte }) => fundedFte > 0);
  const over = { ...noChange, agreementEnds: basis.lastMonth };
  const ids = funded.map(({ unitId }) => unitId);
  const year = plannedMonths(basis, 12).length;
  const { totals } = project(basis, [{ plan: noChange }, { plan: over }], year, ids);
  const [same, ended] = totals.map(({ inflow }) => (year * sum([...inflow])) / inflow.length);
  const yearly = panels
    .filter(({ unitId }) => ids.includes(unitId))
    .map(({ inflowProactive, fteBase, fteFunded }) => {
      const months = inflowProactive.slice(-12).flatMap((files, t) => {
        const [base, paid] = [at(fteBase.slice(-12), t) ?? 0, at(fteFunded.slice(-12), t) ?? 0];
        if (files === null) return [];
        return [name === 'induced-funded' ? files : (files * paid) / (base + paid)];
      });
      return 12 * mean(months);
    });
  return { planned: same! - ended!, opened: sum(yearly) };
}

const simulated = simulatedBasis(3, 60);
const months = 24;

/** By planned month, how many times as many files come in as did with the staff of 2 base and so many funded FTE, who open 3 in 10 of them. */
function inflowUnder(fundedHistory: readonly number[]): number[] {
  const unit = at(simulated.units, 0);
  const ones = new Float64Array(simulated.draws).fill(1);
  const units = [
    { ...unit, baseFte: 2, fundedFte: fundedHistory.at(-1)!, fundedHistory, openedByBase: ones, openedByFunded: ones },
  ];
  const inflowWith = (proactiveShare: number): Float64Array => {
    const inflow = { ...simulated.inflow, units: [{ ...at(simulated.inflow.units, 0), proactiveShare }] };
    const basis = { ...simulated, units, inflow, rampMonths: [12], ramp: new Int32Array(simulated.draws) };
    return at(project(basis, [{ plan: noChange }], months, [unit.unitId]).totals, 0).inflow;
  };
  const ofMonth = (files: Float64Array, h: number): number => sum([...files].filter((_, cell) => cell % months === h));
  const [followed, level] = [inflowWith(0.3), inflowWith(0)];
  return Array.from({ length: months }, (_, h) => ofMonth(followed, h) / ofMonth(level, h));
}

describe('files that staff open themselves', () => {
  it('are gone with the staff who open them: all of them where funded staff alone do', () => {
    const { planned, opened } = lostInflow('induced-funded');
    expect(planned / opened).toBeGreaterThan(0.8);
    expect(planned / opened).toBeLessThan(1.25);
  });

  it('are gone in proportion to the staff where all open alike', () => {
    const { planned, opened } = lostInflow('induced-split');
    expect(planned / opened).toBeGreaterThan(0.7);
    expect(planned / opened).toBeLessThan(1.4);
  });

  it('are as many as now where nobody comes or goes, and more as those who came of late learn', () => {
    expect(inflowUnder([4, ...Array.from({ length: 24 }, () => 4)])).toEqual(Array.from({ length: months }, () => 1));
    const came = inflowUnder([...Array.from({ length: 24 }, () => 0), 4]);
    // 2 base FTE and a quarter of 4, then 1 + 3/12 months later, and all 4 after a year.
    expect(Math.abs(at(came, 0) - (0.7 + (0.3 * 3.25) / 3))).toBeLessThan(0.01);
    expect(Math.abs(at(came, 12) - (0.7 + (0.3 * 6) / 3))).toBeLessThan(0.02);
    expect(Math.min(...came)).toBeGreaterThanOrEqual(1);
  });
});
