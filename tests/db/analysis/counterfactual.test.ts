import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions, type Assumptions } from '../../../db/analysis/assumptions.ts';
import {
  estimateCounterfactual,
  type EstimatedCounterfactual,
  type EstimateOptions,
} from '../../../db/analysis/counterfactual.ts';
import type { UnitPanel } from '../../../db/analysis/panel.ts';
import { rampedFte } from '../../../db/analysis/ramp.ts';
import { expectMoments } from '../../support/moments.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

/** Productivity and ramp known: what is left is the luck of the thinning, whose law is closed. */
const known: Assumptions = {
  ...defaultAssumptions,
  relativeProductivity: { mean: 0.8, deviation: 0 },
  productivitySpread: 0,
  rampMonths: [6],
};

function estimate(
  panel: UnitPanel,
  assumptions = known,
  options: Partial<EstimateOptions> = {},
): EstimatedCounterfactual {
  const result = estimateCounterfactual(panel, assumptions, { seed: 11, draws: 4000, ...options });
  if (result.status !== 'estimated') throw new Error(`not estimated: ${JSON.stringify(result)}`);
  return result;
}

function lastDraws(result: EstimatedCounterfactual): number[] {
  return [...result.draws.avoidedByMonth[result.asOf]!];
}

const length = 30;
const start = 12;
const fundedMonths = length - start;
const ramped = rampedFte(steadyPanel(length, start).fteFunded as number[], 6, 0.25).slice(start);

describe('the backlog without the funded staff', () => {
  it('thins each reported month by the funded share: mean and variance are those of the binomials', () => {
    const shares = ramped.map((fte) => 1 - 5 / (5 + 0.8 * fte));
    const mean = shares.reduce((total, share) => total + 25 * share, 0);
    const variance = shares.reduce((total, share) => total + 25 * share * (1 - share), 0);
    expectMoments(lastDraws(estimate(steadyPanel(length, start))), mean, variance);
  });

  it('takes off the files that the funded staff brought in themselves', () => {
    const panel = steadyPanel(length, start, {
      inflowReferred: Array.from({ length }, () => 24),
      inflowProactive: Array.from({ length }, () => 6),
    });
    const closed = ramped.map((fte) => 1 - 5 / (5 + 0.8 * fte));
    const opened = ramped.map((fte) => fte / (5 + fte));
    const mean =
      closed.reduce((total, share) => total + 25 * share, 0) - opened.reduce((total, share) => total + 6 * share, 0);
    const variance =
      closed.reduce((total, share) => total + 25 * share * (1 - share), 0) +
      opened.reduce((total, share) => total + 6 * share * (1 - share), 0);
    expectMoments(lastDraws(estimate(panel)), mean, variance);
  });

  it('counts overtime by its hours, and only the funded part is taken away', () => {
    const hours = Array.from({ length }, () => 145);
    const panel = steadyPanel(length, start, {
      fteFunded: Array.from({ length }, () => 0),
      overtimeBase: hours,
      overtimeFunded: hours.map((value, t) => (t >= start ? 2 * value : 0)),
    });
    const share = 1 - 6 / 8;
    expectMoments(lastDraws(estimate(panel)), fundedMonths * 25 * share, fundedMonths * 25 * share * (1 - share));
    const half = { ...known, overtimeProductivity: 0.5 };
    const smaller = 1 - 5.5 / 6.5;
    expectMoments(
      lastDraws(estimate(panel, half)),
      fundedMonths * 25 * smaller,
      fundedMonths * 25 * smaller * (1 - smaller),
    );
  });

  it('lets harmful staff lower the outflow: the unit would have closed more without them', () => {
    const harmful = { ...known, relativeProductivity: { mean: -0.5, deviation: 0 } };
    const ratios = ramped.map((fte) => 5 / (5 - 0.5 * fte) - 1);
    const mean = -ratios.reduce((total, ratio) => total + 25 * ratio, 0);
    expectMoments(lastDraws(estimate(steadyPanel(length, start), harmful)), mean, -mean);
  });

  it('keeps the share that would have been hired anyway', () => {
    const none = estimate(steadyPanel(length, start), { ...known, substitutionShare: 1 });
    expect(lastDraws(none).every((value) => value === 0)).toBe(true);
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
    expect(result.starvedShare).toBe(1);
    expect(Math.min(...lastDraws(result))).toBeGreaterThanOrEqual(0);
    expect(result.evidence?.criteria.find((criterion) => criterion.criterion === 'starved')?.outcome).toBe(
      'interval_only',
    );
  });

  it('draws the capacity of a month short of work above what was closed, so the gap is smaller than thinning would make it', () => {
    const panel = steadyPanel(14, start, { backlog: replaceAt(steadyPanel(14, start).backlog, [12, 13], 0) });
    const starved = {
      ...panel,
      backlog: replaceAt(panel.backlog, [11, 12, 13], 0),
      outflowInvestigated: replaceAt(panel.outflowInvestigated, [12, 13], 30),
      outflowAdministrative: replaceAt(panel.outflowAdministrative, [12, 13], 0),
    };
    const richRate = { ...known, rate: { shape: 40_000, rate: 1000 } };
    const gap = estimate(starved, richRate).avoidedNow.mean;
    const thinned = ramped.slice(0, 2).reduce((total, fte) => total + 30 * (1 - 5 / (5 + 0.8 * fte)), 0);
    expect(gap).toBeLessThan(0.7 * thinned);
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
    expect(missing.reportedMonths).toEqual({ before: start, after: fundedMonths - gap.length });
    expect(missing.cautions).toContain('months_unreported');
    // Exposure of the other months at 25 files each, prior of 4 files in 1 FTE-month.
    const fte = [...Array.from({ length: start }, () => 0), ...ramped].map((hired) => 5 + 0.8 * hired);
    const seen = fte.filter((_, t) => !gap.includes(t));
    const rate = (4 + 25 * seen.length) / (1 + seen.reduce((a, b) => a + b, 0));
    const drawn = gap.reduce((total, t) => total + rate * 0.8 * ramped[t - start]!, 0);
    const thinned = ramped.reduce(
      (total, hired, m) => (gap.includes(m + start) ? total : total + 25 * (1 - 5 / (5 + 0.8 * hired))),
      0,
    );
    expect(Math.abs(missing.avoidedNow.mean - drawn - thinned)).toBeLessThan(0.5);
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
    expect(asZero.reportedMonths.after).toBe(fundedMonths);
    expect(asZero.avoidedNow.p90).toBeLessThan(asNull.avoidedNow.p10);
  });

  it('before the funding change nothing but the count of months', () => {
    const whole = estimate(steadyPanel(length, start));
    const missing = estimate(withoutReports(steadyPanel(length, start), [2, 5]));
    expect(missing.avoidedNow).toEqual(whole.avoidedNow);
    expect(missing.reportedMonths.before).toBe(start - 2);
  });

  it('at the end move "now" back to the last month with a known backlog', () => {
    const result = estimate(withoutReports(steadyPanel(length, start), [length - 1, length - 2]));
    expect(result.asOf).toBe(result.months[length - 3]);
    expect(Object.keys(result.draws.avoidedByMonth)).toEqual([result.asOf]);
  });
});

describe('running an estimate', () => {
  const panel = steadyPanel(length, start);

  it('gives the same bytes for the same seed, other draws for another', () => {
    const options = { seed: 5, draws: 500, keepMonths: panel.months };
    const bytes = (seed: number): Buffer =>
      serialize(estimateCounterfactual(panel, defaultAssumptions, { ...options, seed }));
    expect(bytes(5).equals(bytes(5))).toBe(true);
    expect(bytes(5).equals(bytes(6))).toBe(false);
  });

  it('keeps the draws of the months asked for and of the last', () => {
    const result = estimate(panel, known, { keepMonths: ['2018-03', '2018-06', '2031-01'], draws: 10 });
    expect(Object.keys(result.draws.avoidedByMonth)).toEqual(['2018-03', '2018-06', '2019-09']);
    expect([...result.draws.avoidedByMonth['2018-03']!].every((value) => value === 0)).toBe(true);
  });

  it('reports progress from 0 to 1 and stops within 64 draws when cancelled', () => {
    const shares: number[] = [];
    estimate(panel, known, { onProgress: (share) => shares.push(share) });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    let asked = 0;
    const seen: number[] = [];
    const result = estimateCounterfactual(panel, known, {
      seed: 1,
      draws: 4000,
      onProgress: (share) => seen.push(share),
      isCancelled: () => {
        asked += 1;
        return asked > 2;
      },
    });
    expect(result).toEqual({ status: 'cancelled' });
    expect(asked).toBe(3);
    expect(seen).toEqual([0, 64 / 4000]);
  });

  it('throws on what only a faulty caller can send', () => {
    const bad: [UnitPanel, Assumptions, EstimateOptions][] = [
      [panel, known, { seed: -1 }],
      [panel, known, { seed: 1, draws: 0 }],
      [panel, { ...known, rampMonths: [] }, { seed: 1 }],
      [panel, { ...known, substitutionShare: 1.2 }, { seed: 1 }],
      [{ ...panel, backlog: [] }, known, { seed: 1 }],
    ];
    for (const [one, assumptions, options] of bad) {
      expect(() => estimateCounterfactual(one, assumptions, options)).toThrow(RangeError);
    }
  });
});
