import { describe, expect, it } from 'vitest';
import { defaultAssumptions, type Assumptions } from '../../../db/estimator/assumptions.ts';
import { estimateUnits, type EstimatedUnit, type EstimateOptions } from '../../../db/estimator/estimate.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { rampedFte } from '../../../db/estimator/ramp.ts';
import { estimatedOne, figuresOf, known, lastDraws, variedWithWork } from '../../support/estimates.ts';
import { expectMoments } from '../../support/moments.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

function estimate(panel: UnitPanel, assumptions = known): EstimatedUnit {
  return estimatedOne(panel, assumptions, { sweeps: 900, burnIn: 200 });
}

const length = 30;
const start = 12;
const fundedMonths = length - start;
const ramped = rampedFte(steadyPanel(length, start).fteFunded as number[], 6, 0.25).slice(start);

describe('the backlog without the funded staff', () => {
  it('has the law of the thinned months when productivity and ramp are known, whatever else the chain draws', () => {
    const shares = ramped.map((fte) => 1 - 5 / (5 + 0.8 * fte));
    const mean = shares.reduce((total, share) => total + 25 * share, 0);
    const variance = shares.reduce((total, share) => total + variedWithWork(22, 3) * share * (1 - share), 0);
    expectMoments(lastDraws(estimate(steadyPanel(length, start))), mean, variance);
  });

  it('does not let a backlog go below zero when work runs out in both worlds', () => {
    const fill = (value: number): number[] => Array.from({ length }, () => value);
    const panel = steadyPanel(length, start, {
      inflowReferred: fill(10),
      outflowInvestigated: fill(10),
      outflowAdministrative: fill(0),
      backlog: fill(0),
    });
    const result = estimate(panel, defaultAssumptions);
    expect(result.facts.starvedShare).toBe(1);
    expect(Math.min(...lastDraws(result))).toBeGreaterThanOrEqual(0);
  });

  it('draws the capacity of a month short of work above what was closed: with capacity to spare nothing was gained', () => {
    const base = steadyPanel(14, start, { outflowAdministrative: Array.from({ length: 14 }, () => 0) });
    const busy = (t: number, before: number, idle: number): number => (t < start ? before : idle);
    const starved = {
      ...base,
      inflowReferred: base.months.map((_, t) => busy(t, 200, 30)),
      outflowInvestigated: base.months.map((_, t) => busy(t, 200, 30)),
      backlog: base.months.map((_, t) => (t < start - 1 ? 400 : 0)),
    };
    const thinned = ramped.slice(0, 2).reduce((total, fte) => total + 30 * (1 - 5 / (5 + 0.8 * fte)), 0);
    expect(estimate(starved).avoidedNow.mean).toBeLessThan(0.1 * thinned);
  });

  it('says how probable it is that the backlog is below what it would have been', () => {
    const result = estimate(steadyPanel(length, start));
    const draws = lastDraws(result);
    expect(result.probabilityBelow.at(-1)).toBe(draws.filter((value) => value > 0).length / draws.length);
    expect(result.probabilityBelow[start - 1]).toBe(0);
    expect(result.fan[start - 1]?.p50).toBe(result.backlog[start - 1]);
    expect(result.fan.at(-1)?.p90).toBe(result.backlog.at(-1)! + result.avoidedNow.p90);
  });
});

describe('months that were not reported', () => {
  const gap = [18, 19, 20, 21];

  it('are drawn from the unit’s rate: the gap goes on growing, more uncertainly, and no figure is shown for them', () => {
    const whole = estimate(steadyPanel(length, start));
    const missing = estimate(withoutReports(steadyPanel(length, start), gap));
    expect(missing.fan[19]).toBeNull();
    expect(missing.avoided[19]).toBeNull();
    expect(missing.backlog[19]).toBeNull();
    expect(missing.facts).toMatchObject({ reportedBefore: start, reportedAfter: fundedMonths - gap.length });
    expect(missing.cautions).toContain('months_unreported');
    // The unit works at one pace throughout, so what is drawn for them is on average what was hidden.
    expect(Math.abs(missing.avoidedNow.mean / whole.avoidedNow.mean - 1)).toBeLessThan(0.15);
    expect(missing.avoidedNow.p975 - missing.avoidedNow.p025).toBeGreaterThan(
      whole.avoidedNow.p975 - whole.avoidedNow.p025,
    );
  });

  it('are not months of zero: zeros shrink the gap', () => {
    const panel = steadyPanel(length, start);
    const zeros = {
      ...panel,
      inflowReferred: replaceAt(panel.inflowReferred, gap, 0),
      outflowInvestigated: replaceAt(panel.outflowInvestigated, gap, 0),
      outflowAdministrative: replaceAt(panel.outflowAdministrative, gap, 0),
    };
    const asZero = estimate(zeros);
    const asNull = estimate(withoutReports(panel, gap));
    expect(asZero.facts.reportedAfter).toBe(fundedMonths);
    expect(asZero.avoidedNow.p90).toBeLessThanOrEqual(asNull.avoidedNow.p10);
  });

  it('before the funding change nothing but the count of months', () => {
    const whole = estimate(steadyPanel(length, start));
    const missing = estimate(withoutReports(steadyPanel(length, start), [2, 5]));
    expect(Math.abs(missing.avoidedNow.mean - whole.avoidedNow.mean)).toBeLessThan(0.5);
    expect(missing.facts.reportedBefore).toBe(start - 2);
  });

  it('at the end move "now" back to the last month with a known backlog', () => {
    const result = estimate(withoutReports(steadyPanel(length, start), [length - 1, length - 2]));
    expect(result.asOf).toBe(result.months[length - 3]);
    expect([...result.draws.keys()].at(-1)).toBe(result.asOf);
  });
});

describe('running an estimate', () => {
  const panel = steadyPanel(length, start);
  const chain = { seed: 5, chains: 1, sweeps: 60, burnIn: 20 };

  it('gives the same figures for the same seed, to the last digit, and others for another', () => {
    const figures = (seed: number): string => figuresOf(estimateUnits([panel], defaultAssumptions, { ...chain, seed }));
    expect(figures(5)).toBe(figures(5));
    expect(figures(5)).not.toBe(figures(6));
  });

  it('keeps the draws of every month since the funding began', () => {
    const result = estimatedOne(panel);
    expect([...result.draws.keys()]).toEqual(panel.months.slice(start));
  });

  it('says that one unit alone rests on the prior, and ten on themselves', () => {
    const many = (count: number): UnitPanel[] =>
      Array.from({ length: count }, (_, index) =>
        steadyPanel(length, index % 2 === 0 ? start : length, { unitId: `U${index}` }),
      );
    expect(estimateUnits(many(1), defaultAssumptions, chain).basis).toBe('prior');
    expect(estimateUnits(many(9), defaultAssumptions, chain).basis).toBe('prior');
    expect(estimateUnits(many(10), defaultAssumptions, chain).basis).toBe('estimated');
    const together = many(10).map((each) => ({ ...each, fteFunded: panel.fteFunded }));
    expect(estimateUnits(together, defaultAssumptions, chain).basis).toBe('prior');
  });

  it('reports progress from 0 to 1', () => {
    const shares: number[] = [];
    estimatedOne(panel, known, { onProgress: (share) => shares.push(share) });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('throws on what only a faulty caller can send', () => {
    const bad: [UnitPanel, Assumptions, EstimateOptions][] = [
      [panel, known, { seed: -1 }],
      [panel, known, { seed: 1, chains: 1, sweeps: 100, burnIn: 100 }],
      [panel, { ...known, rampMonths: [] }, { seed: 1 }],
      [panel, { ...known, substitutionShare: 1.2 }, { seed: 1 }],
      // What is known for certain is given a width close to 0: a width of 0 has no density.
      [panel, { ...known, relativeProductivity: { mean: 0.7, deviation: 0 } }, { seed: 1 }],
      [panel, { ...known, productivitySpread: 0 }, { seed: 1 }],
      [{ ...panel, backlog: [] }, known, { seed: 1 }],
    ];
    for (const [one, assumptions, options] of bad) {
      expect(() => estimateUnits([one], assumptions, options)).toThrow(RangeError);
    }
  });
});
