import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../../db/ground/analysis/assumptions.ts';
import { generatePanel } from '../../../../../db/ground/analysis/calibration/generate.ts';
import { scenarios } from '../../../../../db/ground/analysis/calibration/scenarios.ts';
import { at, mean, sum } from '../../../../../db/ground/analysis/numbers.ts';
import { planBasis, plannedMonths } from '../../../../../db/ground/analysis/planning/basis.ts';
import { project } from '../../../../../db/ground/analysis/planning/project.ts';
import { noChange } from '../../../../../db/ground/analysis/planning/staff.ts';
import { fitCapacity } from '../../../../../db/ground/analysis/sampler/fit.ts';
import { sortUnits } from '../../../../../db/ground/analysis/usable.ts';

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
});
