import { describe, expect, it } from 'vitest';
import { mean } from '../../../../db/estimator/numbers.ts';
import { sampleNegativeBinomial } from '../../../../db/estimator/negativeBinomial.ts';
import { learnInflow } from '../../../../db/estimator/planning/inflow.ts';
import { createRandom } from '../../../../db/estimator/random.ts';
import { monthsFrom, steadyPanel } from '../../../support/unitPanels.ts';

/** Units whose inflow grows by a share a month from 40 files on, with a season and the luck of a negative binomial of size 30. */
function growing(units: number, share: number, season: number, shocks = 0) {
  const shared = createRandom(3, 'shared months');
  const shock = monthsFrom('2017-04', 48).map(() => Math.exp(shocks * shared.normal()));
  return Array.from({ length: units }, (_, i) => {
    const random = createRandom(3, `growing ${i}`);
    const inflowReferred = monthsFrom('2017-04', 48).map((month, t) => {
      const swing = 1 + season * Math.cos((2 * Math.PI * (Number(month.slice(5, 7)) - 1)) / 12);
      return sampleNegativeBinomial(random, 40 * (1 + share) ** t * swing * shock[t]!, 30);
    });
    return steadyPanel(48, 20, { unitId: `U${i}`, inflowReferred });
  });
}
const learned = (panels: ReturnType<typeof growing>) =>
  learnInflow(
    panels,
    panels.map(() => 47),
    400,
    1,
  );

describe('the inflow to come', () => {
  it('keeps the level, the growth and the season of the last 36 months', () => {
    const basis = learned(growing(12, 0.01, 0.25));
    const level = mean(basis.units.map((unit) => mean(unit.level)));
    expect(Math.exp(level) / (40 * 1.01 ** 47)).toBeGreaterThan(0.9);
    expect(Math.exp(level) / (40 * 1.01 ** 47)).toBeLessThan(1.1);
    expect(mean(basis.sharedGrowth)).toBeGreaterThan(0.003);
    expect(mean(basis.sharedGrowth)).toBeLessThan(0.014);
    expect(basis.season[0]).toBeGreaterThan(0.12);
    expect(basis.season[6]).toBeLessThan(-0.12);
  });

  it('sees neither growth nor season where there is none', () => {
    const basis = learned(growing(12, 0, 0));
    expect(Math.abs(mean(basis.sharedGrowth))).toBeLessThan(0.003);
    expect(Math.max(...basis.season.map(Math.abs))).toBeLessThan(0.08);
  });

  it('tells months that were high or low for all units from the luck of each', () => {
    expect(mean(learned(growing(12, 0, 0, 0.12)).sharedNoise)).toBeGreaterThan(0.08);
    expect(mean(learned(growing(12, 0, 0)).sharedNoise)).toBeLessThan(0.04);
  });

  it('shares nothing between a few units, and takes a unit without a month of inflow', () => {
    const [one] = growing(1, 0.01, 0);
    const basis = learned([one!, steadyPanel(48, 20, { unitId: 'none', inflowReferred: one!.months.map(() => null) })]);
    expect([...basis.sharedGrowth].every((growth) => growth === 0)).toBe(true);
    expect(mean(basis.units[0]!.growth)).toBeGreaterThan(0);
    expect([...basis.units[1]!.level].every(Number.isFinite)).toBe(true);
  });
});
