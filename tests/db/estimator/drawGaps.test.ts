import { describe, expect, it } from 'vitest';
import { defaultAssumptions, type Assumptions } from '../../../db/estimator/assumptions.ts';
import { negativeBinomialCdf, negativeBinomialLogPmf, logFactorial } from '../../../db/estimator/distributions.ts';
import { mean } from '../../../db/estimator/numbers.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { rampedFte } from '../../../db/estimator/ramp.ts';
import { gapsGiven, variedWithWork } from '../../support/estimates.ts';
import { expectDistribution, expectMoments } from '../../support/moments.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const length = 30;
const start = 12;
const fundedMonths = length - start;
const fill = (value: number): number[] => Array.from({ length }, () => value);

/** No closures but by investigation, 25 a month: each law below is then closed. */
const plain = steadyPanel(length, start, { outflowInvestigated: fill(25), outflowAdministrative: fill(0) });
/** Files opened on own initiative, counted separately once funded alone. */
const openedSince = fill(6).map((files, t) => (t < start ? null : files));
const oneRamp: Assumptions = { ...defaultAssumptions, rampMonths: [6] };
const ramped = rampedFte(plain.fteFunded as number[], 6, 0.25).slice(start);
const last = (gaps: readonly (readonly number[])[]): readonly number[] => gaps.at(-1)!;
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const sumOver = (of: (fte: number) => number): number => total(ramped.map(of));

describe('the gap to the backlog without the funded staff', () => {
  const lost = (fte: number): number => 1 - 5 / (5 + 0.8 * fte);

  it('thins each reported month by the funded share: its law is that of a sum of binomials', () => {
    const mean = sumOver((fte) => 25 * lost(fte));
    expectMoments(
      last(gapsGiven(plain, oneRamp)),
      mean,
      sumOver((fte) => 25 * lost(fte) * (1 - lost(fte))),
    );
    const [first] = gapsGiven(plain, oneRamp);
    const share = lost(ramped[0]!);
    const atMost = (k: number): number => total(Array.from({ length: k + 1 }, (_, j) => binomial(j, 25, share)));
    expectDistribution(first!, atMost);
  });

  it('takes off the files that the funded staff brought in themselves, as many as all staff where nothing tells', () => {
    const panel = { ...plain, inflowReferred: fill(24), inflowProactive: openedSince };
    const brought = (fte: number): number => fte / (5 + fte);
    expectMoments(
      last(gapsGiven(panel, oneRamp)),
      sumOver((fte) => 25 * lost(fte) - 6 * brought(fte)),
      sumOver((fte) => 25 * lost(fte) * (1 - lost(fte)) + 6 * brought(fte) * (1 - brought(fte))),
    );
  });

  it('takes off all that is opened since, where nothing was before, and nothing where as much was', () => {
    const opened = (before: number): UnitPanel => ({
      ...plain,
      inflowProactive: fill(600).map((files, t) => (t < start ? before : files)),
      backlog: fill(100_000),
    });
    const closed = sumOver((fte) => 25 * lost(fte));
    const without = mean(last(gapsGiven(opened(0), oneRamp)));
    expect(Math.abs(without - (closed - 600 * fundedMonths))).toBeLessThan(15);
    // Chance alone makes some of the funded staff's: the error of two sums of some ten thousand files.
    expect(Math.abs(mean(last(gapsGiven(opened(600), oneRamp))) - closed)).toBeLessThan(100);
  });

  it('takes off the assumed share of all inflow where no split is recorded, and only then', () => {
    const assumed = { ...oneRamp, inducedInflowShare: 0.1 };
    expectMoments(
      last(gapsGiven(plain, assumed)),
      sumOver((fte) => 25 * lost(fte) - 30 * 0.1),
      sumOver((fte) => 25 * lost(fte) * (1 - lost(fte)) + 30 * 0.1 * 0.9),
    );
    const split = { ...plain, inflowProactive: fill(6) };
    expect(gapsGiven(split, assumed)).toEqual(gapsGiven(split, oneRamp));
  });

  it('counts overtime by its hours, and only the funded part is taken away', () => {
    const hours = fill(145);
    const panel = {
      ...plain,
      fteFunded: fill(0),
      overtimeBase: hours,
      overtimeFunded: hours.map((value, t) => (t >= start ? 2 * value : 0)),
    };
    const check = (assumptions: Assumptions, share: number): void => {
      expectMoments(
        last(gapsGiven(panel, assumptions)),
        fundedMonths * 25 * share,
        fundedMonths * 25 * share * (1 - share),
      );
    };
    check(oneRamp, 1 - 6 / 8);
    check({ ...oneRamp, overtimeProductivity: 0.5 }, 1 - 5.5 / 6.5);
    const unknown = { ...panel, overtimeBase: replaceAt(hours, [20], null) };
    const before = gapsGiven(unknown, oneRamp);
    expect(before[8]).toEqual(before[7]);
  });

  it('lets harmful staff lower the outflow: the unit would have closed more without them', () => {
    const mean = -sumOver((fte) => 25 * (5 / (5 - 0.5 * fte) - 1));
    expectMoments(last(gapsGiven(plain, oneRamp, { productivity: -0.5 })), mean, -mean);
    // However badly they do, half of the capacity of the unit's own staff is left.
    const floor = 25 * (5 / 2.5 - 1);
    expectMoments(gapsGiven(plain, oneRamp, { productivity: -40 })[0]!, -floor, floor);
  });

  it('keeps the share that would have been hired anyway: with all of it, nothing changes', () => {
    const none = gapsGiven(plain, { ...oneRamp, substitutionShare: 1 });
    expect(none.flat().every((gap) => gap === 0)).toBe(true);
    const half = (fte: number): number => 1 - (5 + 0.4 * fte) / (5 + 0.8 * fte);
    expectMoments(
      last(gapsGiven(plain, { ...oneRamp, substitutionShare: 0.5 })),
      sumOver((fte) => 25 * half(fte)),
      sumOver((fte) => 25 * half(fte) * (1 - half(fte))),
    );
  });

  it('lets each further FTE add less where returns diminish', () => {
    const less = (fte: number): number => 1 - (5 / (5 + 0.8 * fte)) ** 0.7;
    expectMoments(
      last(gapsGiven(plain, { ...oneRamp, capacityExponent: 0.7 })),
      sumOver((fte) => 25 * less(fte)),
      sumOver((fte) => 25 * less(fte) * (1 - less(fte))),
    );
  });

  it('draws the month anew where luck is independent: wider, by the law of a month of that capacity', () => {
    const independent = gapsGiven(plain, { ...oneRamp, coupling: 'independent' });
    // 5 files an FTE: without the funded staff a month's capacity has mean 25, as has what was closed.
    expectMoments(last(independent), 0, fundedMonths * (25 + 25 ** 2 / 10));
    const spread = (gaps: readonly number[]): number => Math.max(...gaps) - Math.min(...gaps);
    expect(spread(last(independent))).toBeGreaterThan(3 * spread(last(gapsGiven(plain, oneRamp))));
  });
});

function binomial(k: number, n: number, p: number): number {
  if (k > n) return 0;
  const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

describe('files that leave otherwise than by investigation', () => {
  const panel = { ...plain, outflowAdministrative: fill(6), backlog: fill(0).map((_, t) => 400 - t) };
  const open = total(panel.backlog.slice(0, -1));
  const hazard = (6 * (length - 1)) / open;

  it('leave a longer queue in proportion to it: mean and variance follow a simple recursion', () => {
    let mean = 0;
    let variance = 0;
    for (const fte of ramped) {
      const share = 1 - 5 / (5 + 0.8 * fte);
      variance = variance * (1 - hazard) ** 2 + mean * hazard * (1 - hazard) + 25 * share * (1 - share);
      mean = mean * (1 - hazard) + 25 * share;
    }
    expect(hazard).toBeGreaterThan(0.01);
    expectMoments(last(gapsGiven(panel, oneRamp)), mean, variance);
  });

  it('leave a shorter queue less', () => {
    const mean = ramped.reduce((gap, fte, m) => {
      const before = panel.backlog[start + m - 1]!;
      return gap - 25 * (5 / (5 - 0.5 * fte) - 1) - (6 * gap) / before;
    }, 0);
    const gaps = last(gapsGiven(panel, oneRamp, { productivity: -0.5, draws: 20_000 }));
    const average = total(gaps) / gaps.length;
    const deviation = Math.sqrt(total(gaps.map((gap) => (gap - average) ** 2)) / gaps.length);
    expect(Math.abs(average - mean)).toBeLessThan((4.5 * deviation) / Math.sqrt(gaps.length));
  });

  it('follow the work instead where that is assumed', () => {
    const lost = (fte: number): number => 1 - 5 / (5 + 0.8 * fte);
    expectMoments(
      last(gapsGiven(panel, { ...oneRamp, administrative: 'work' })),
      sumOver((fte) => 31 * lost(fte)),
      sumOver((fte) => variedWithWork(25, 6) * lost(fte) * (1 - lost(fte))),
    );
  });
});

describe('months in which work ran out', () => {
  const closed = 30;
  const starved = {
    ...plain,
    backlog: replaceAt(plain.backlog, [start - 1, start], 0),
    outflowInvestigated: replaceAt(plain.outflowInvestigated, [start], closed),
  };

  it('had a capacity of that much or more: the gap has the law of a thinned truncated negative binomial', () => {
    const mean = 5 * (5 + 0.8 * ramped[0]!);
    const share = 5 / (5 + 0.8 * ramped[0]!);
    const tail = 1 - negativeBinomialCdf(closed - 1, mean, 10);
    const probability = (gap: number): number => {
      // Capacity without them of closed - gap; of closed or more, no gap.
      let sum = 0;
      for (let k = closed; k < 400; k += 1) {
        const weight = Math.exp(negativeBinomialLogPmf(k, mean, 10)) / tail;
        sum += weight * binomial(closed - gap, k, share);
      }
      return sum;
    };
    const atMost = (gap: number): number => {
      let above = 0;
      for (let g = gap + 1; g <= closed; g += 1) above += probability(g);
      return 1 - above;
    };
    const [first] = gapsGiven(starved, oneRamp, { draws: 20_000 });
    expectDistribution(first!, atMost);
    expect(atMost(0)).toBeGreaterThan(0.1);
    expect(atMost(0)).toBeLessThan(0.9);
  });

  it('have no gap when there was work for neither world', () => {
    const idle = {
      ...plain,
      backlog: fill(0),
      inflowReferred: fill(10),
      outflowInvestigated: fill(10),
    };
    const gaps = gapsGiven(idle, oneRamp, { level: 40, size: 1000, draws: 300 });
    expect(gaps.flat().every((gap) => gap === 0)).toBe(true);
  });

  it('never leave a backlog below zero, whatever the staff do', () => {
    const short = { ...plain, backlog: fill(3), inflowReferred: fill(25) };
    const gaps = gapsGiven(short, oneRamp, { productivity: -1, draws: 500 });
    expect(Math.min(...gaps.flat())).toBe(-3);
  });
});

describe('months that were not reported', () => {
  it('are drawn from what the unit can close: the gap goes on growing by the law of a thinned month', () => {
    const missing = [start, start + 1];
    const gaps = gapsGiven(withoutReports(plain, missing), oneRamp, { level: 4, draws: 8000 });
    const lost = missing.map((_, m) => 4 * 0.8 * ramped[m]!);
    expectMoments(gaps[1]!, total(lost), total(lost.map((mean) => mean + mean ** 2 / 10)));
  });

  it('bring in files by the funded staff as the reported months did', () => {
    const split = { ...plain, inflowReferred: fill(24), inflowProactive: openedSince };
    const gaps = gapsGiven(withoutReports(split, [start]), oneRamp, { level: 4, draws: 8000 });
    const closed = 4 * 0.8 * ramped[0]!;
    const brought = (6 * ramped[0]!) / (5 + ramped[0]!);
    expectMoments(gaps[0]!, closed - brought, closed + closed ** 2 / 10 + brought);
  });
});
