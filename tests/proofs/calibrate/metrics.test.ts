import { describe, expect, it } from 'vitest';
import { judge } from '../../../proofs/calibrate/panels/bands.ts';
import { countBins, rankBin, thinned, uniformityP } from '../../../proofs/calibrate/panels/ranks.ts';
import { summarise, type Summary } from '../../../proofs/calibrate/panels/summary.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { scoreExactPanel } from './exactModel.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

describe('ranks', () => {
  it('take 99 draws at even distances, or the largest 10 k - 1 that there are', () => {
    expect(thinned(upTo(99))).toEqual(upTo(99));
    const of400 = thinned(upTo(400));
    expect(of400).toHaveLength(99);
    const steps = of400.slice(1).map((value, k) => value - of400[k]!);
    expect(new Set(steps)).toEqual(new Set([4, 5]));
    expect(thinned(upTo(37))).toHaveLength(29);
    expect(() => thinned(upTo(8))).toThrow(RangeError);
  });

  it('put the truth in its tenth', () => {
    const random = createRandom(1);
    const bins = [-1, 4.5, 9.5, 50.5, 98.5].map((truth) => rankBin(upTo(99), truth, random));
    expect(bins).toEqual([0, 0, 1, 5, 9]);
  });

  it('spread a truth that equals every draw evenly over the tenths', () => {
    const random = createRandom(2);
    const bins = Array.from({ length: 2000 }, () => rankBin(new Array<number>(99).fill(0), 0, random));
    expect(uniformityP(countBins(bins))).toBeGreaterThan(0.005);
  });

  it('have the p-value of the chi-square table: 20 with 9 degrees of freedom is .0179', () => {
    expect(uniformityP(countBins(upTo(10)))).toBe(1);
    expect(uniformityP([20, 0, 10, 10, 10, 10, 10, 10, 10, 10])).toBeCloseTo(0.0179, 4);
  });
});

describe('summaries and bands', () => {
  const summary = summarise(upTo(4).map((seed) => scoreExactPanel(seed, { narrower: 1, shift: 0 })));
  const withPanels = (panels: number, changes: Partial<Summary> = {}): Summary => ({ ...summary, panels, ...changes });

  it('count each funded unit of each panel once, and each panel once for the total', () => {
    expect(summary.horizons.map(({ month, units }) => [month, units])).toEqual([
      [43, 120],
      [51, 120],
      [59, 120],
    ]);
    for (const { totalCoverage } of summary.horizons) {
      for (const { value } of totalCoverage) expect(value * 4).toBeCloseTo(Math.round(value * 4), 12);
    }
  });

  it('give no verdict with fewer than 20 panels, coverage alone with 20, everything with 100', () => {
    expect(judge(withPanels(19))).toBeNull();
    expect(judge(withPanels(20))).toHaveLength(9);
    expect(judge(withPanels(100))).toHaveLength(9 + 9 + 3 + 7);
  });

  it('judge a figure at the edge of its band as inside and one beyond it as outside', () => {
    const at50 = (value: number): boolean => {
      const estimated = { value, standardError: 0 };
      const horizons = summary.horizons.map((horizon) => {
        return { ...horizon, unitCoverage: [estimated, ...horizon.unitCoverage.slice(1)] };
      });
      return judge(withPanels(100, { horizons }))![0]!.passes;
    };
    expect([0.449, 0.45, 0.6, 0.601].map(at50)).toEqual([false, true, true, false]);
  });

  it('refuse a single panel: its error cannot be known', () => {
    expect(() => summarise([scoreExactPanel(1, { narrower: 1, shift: 0 })])).toThrow(RangeError);
  });
});
