import { describe, expect, it } from 'vitest';
import { judge } from '../../../proofs/calibrate/panels/bands.ts';
import { summarise, type Summary } from '../../../proofs/calibrate/panels/summary.ts';
import { scoreExactPanel, type Fault } from './exactModel.ts';

function summaryOf(fault: Fault): Summary {
  return summarise(Array.from({ length: 200 }, (_, index) => scoreExactPanel(7000 + index, fault)));
}

const failures = (summary: Summary): readonly (string | number)[] =>
  judge(summary)!.flatMap(({ passes, measure, of }) => (passes ? [] : [`${measure} ${String(of)}`]));

describe('the metrics on a model whose posterior is known in closed form, 200 panels', () => {
  const exact = summaryOf({ narrower: 1, shift: 0 });

  it('find uniform ranks of the exact posterior, ties included', () => {
    for (const { of, p } of exact.uniformity) expect(p, of).toBeGreaterThan(0.005);
  });

  it('find nominal coverage of the total, whose ties are few, and no bias', () => {
    const [at50, at80, at95] = exact.horizons[2]!.totalCoverage.map(({ value }) => value);
    expect(Math.abs(at50! - 0.5)).toBeLessThan(3 * Math.sqrt(0.25 / 200) + 0.04);
    expect(Math.abs(at80! - 0.8)).toBeLessThan(3 * Math.sqrt(0.16 / 200));
    expect(Math.abs(at95! - 0.95)).toBeLessThan(3 * Math.sqrt(0.0475 / 200));
    const { bias } = exact.horizons[2]!;
    expect(Math.abs(bias.value)).toBeLessThan(3 * bias.standardError);
  });

  it('find more units inside than the level says, never fewer: ties count as inside', () => {
    exact.horizons[2]!.unitCoverage.forEach(({ value, standardError }, i) => {
      expect(value).toBeGreaterThan([0.5, 0.8, 0.95][i]! - 3 * standardError);
    });
  });

  it('find a posterior that is too narrow by a third', () => {
    const narrow = summaryOf({ narrower: 1.5, shift: 0 });
    const found = narrow.uniformity.filter(({ of }) => of !== 'unit');
    for (const { of, p } of found) expect(p, of).toBeLessThan(0.005);
    expect(failures(narrow)).toContain('totalCoverage 59');
  });

  it('find a posterior that is shifted', () => {
    const shifted = summaryOf({ narrower: 1, shift: 0.5 });
    for (const { of, p } of shifted.uniformity) expect(p, of).toBeLessThan(0.005);
    expect(failures(shifted)).toContain('bias 59');
  });

  it('give the same scores for the same seed', () => {
    expect(scoreExactPanel(3, { narrower: 1, shift: 0 })).toEqual(scoreExactPanel(3, { narrower: 1, shift: 0 }));
  });
});
