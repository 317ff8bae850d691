import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { logRelativeInflow } from '../../../proofs/calibrate/panels/exogenous.ts';
import { fitPanel } from '../../../proofs/calibrate/panels/fitPanel.ts';
import { generatePanel } from '../../../proofs/calibrate/panels/generate.ts';
import { scenarios } from '../../../proofs/calibrate/panels/scenarios.ts';
import { drawUnits } from '../../../proofs/calibrate/panels/units.ts';
import { mean } from '../../../db/estimator/numbers.ts';
import { layOut } from '../../../db/estimator/sampler/data.ts';
import { sortUnits } from '../../../db/estimator/usable.ts';

const short = { sweeps: 60, burnIn: 20 };

describe('the capacity model on a generated panel', () => {
  const generated = generatePanel(scenarios.sbc, 77);
  const fitted = fitPanel(generated.panels, scenarios.sbc.model, 77, short);
  const draws = fitted.parameters.centre.length;

  it('answers for each funded unit in each month whose backlog is reported since its funding, and for no other', () => {
    generated.panels.forEach((panel, unit) => {
      const start = panel.fteFunded.findIndex((fte) => fte! > 0);
      for (const month of [30, 43, 51, 59]) {
        const expected = start >= 0 && month >= start && panel.backlog[month] !== null;
        expect(fitted.avoidedAt(unit, month)?.length ?? 0).toBe(expected ? draws : 0);
      }
    });
  });

  it('gives the same draws for the same seed', () => {
    const again = fitPanel(generated.panels, scenarios.sbc.model, 77, short);
    expect(again.parameters).toEqual(fitted.parameters);
    const unit = generated.units.findIndex(({ funded }) => funded);
    expect(again.avoidedAt(unit, 59)).toEqual(fitted.avoidedAt(unit, 59));
  });

  it('takes a fixed productivity for granted', () => {
    const { model } = scenarios['delta-fixed'];
    const fixed = fitPanel(generated.panels, model, 77, short);
    expect(Math.abs(mean(fixed.parameters.centre) - 1)).toBeLessThan(0.01);
  });

  it('leaves out the circumstances, which it estimates otherwise', () => {
    const without = fitPanel(generated.panels, scenarios['ar1-monthly-ignored'].model, 77, short);
    expect(mean(without.parameters.deviation)).toBeCloseTo(0.001, 12);
    expect(mean(fitted.parameters.deviation)).toBeGreaterThan(0.02);
  });

  it('computes a funded unit’s relative inflow as the generator does, but for a constant that the mean rate absorbs', () => {
    const units = drawUnits(77, scenarios.sbc, generated.parameters);
    const own = logRelativeInflow(
      units.map(({ exogenous }) => exogenous),
      units.map(({ referred }) => referred),
    );
    const { logInflow } = layOut(sortUnits(generated.panels).usable, defaultAssumptions);
    const differences = own.flatMap((log, i) => (generated.units[i]!.funded ? [log - logInflow[i]!] : []));
    expect(Math.max(...differences) - Math.min(...differences)).toBeLessThan(1e-12);
    expect(Math.abs(differences[0]!)).toBeLessThan(0.05);
  });
});
