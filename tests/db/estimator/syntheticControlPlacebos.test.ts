import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/estimator/random.ts';
import { fitSyntheticControl, type Study } from '../../../db/estimator/syntheticControl/fit.ts';
import { fitPlacebos, rankAmongPlacebos } from '../../../db/estimator/syntheticControl/placebo.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('placebos', () => {
  const random = createRandom(2, 'placebos');
  const outcomes = Array.from({ length: 9 }, () => Array.from({ length: 12 }, () => 50 + 5 * random.normal()));
  const study: Study = { units: outcomes.map((_, unit) => String(unit)), outcomes, periodsBefore: 8 };
  const donors = [1, 2, 3, 4, 5, 6, 7, 8];

  it('are fitted from the other donors, and from the treated unit only where asked', () => {
    const clean = fitPlacebos(study, { on: 'outcomes' }, donors, []);
    const mixed = fitPlacebos(study, { on: 'outcomes' }, donors, [0]);
    clean.forEach((placebo, k) => {
      expect(placebo.donors).toEqual(donors.filter((donor) => donor !== donors[k]));
      expect(mixed[k]!.donors).toEqual([0, ...placebo.donors]);
      expect(mixed[k]!.preMspe).toBeLessThanOrEqual(placebo.preMspe + 1e-9);
    });
  });

  it('hold the gap of each period, and its mean squares before and after', () => {
    const [placebo] = fitPlacebos(study, { on: 'outcomes' }, donors, []);
    const { gap, weights } = placebo!;
    gap.forEach((value, t) => {
      const synthetic = sum(placebo!.donors.map((donor, j) => weights[j]! * outcomes[donor]![t]!));
      expect(Math.abs(value - (outcomes[1]![t]! - synthetic))).toBeLessThan(1e-10);
    });
    const meanSquare = (values: readonly number[]): number => sum(values.map((value) => value ** 2)) / values.length;
    expect(placebo!.preMspe).toBeCloseTo(meanSquare(gap.slice(0, 8)), 12);
    expect(placebo!.postMspe).toBeCloseTo(meanSquare(gap.slice(8)), 12);
    expect(placebo!.att).toBeCloseTo(sum(gap.slice(8)) / 4, 12);
  });

  const errors = (unit: number, before: number, after: number) => ({
    unit,
    preMspe: before ** 2,
    postMspe: after ** 2,
  });

  it('rank the treated unit by the ratio of its errors; a tie counts against it', () => {
    const others = [errors(1, 2, 2), errors(2, 1, 8), errors(3, 2, 8)];
    const test = rankAmongPlacebos(errors(0, 1, 4), others, false);
    expect(test).toMatchObject({ floor: null, ratio: 4, rank: 3, p: 3 / 4 });
    expect(test.ranked.map(({ unit, ratio }) => [unit, ratio])).toEqual([
      [2, 8],
      [0, 4],
      [3, 4],
      [1, 1],
    ]);
  });

  it('let no error before count as less than the median one, where asked: one that is fitted too well wins nothing', () => {
    const others = [errors(1, 0.01, 3), errors(2, 1, 2), errors(3, 2, 2), errors(4, 1, 1)];
    expect(rankAmongPlacebos(errors(0, 1, 6), others, false)).toMatchObject({ rank: 2, p: 2 / 5 });
    const test = rankAmongPlacebos(errors(0, 1, 6), others, true);
    expect(test).toMatchObject({ floor: 1, ratio: 6, rank: 1, p: 1 / 5 });
    expect(test.ranked[1]).toEqual({ unit: 1, preRmspe: 0.01, postRmspe: 3, ratio: 3 });
  });

  it('have an infinite ratio where nothing is left before, and none where nothing is left at all', () => {
    const test = rankAmongPlacebos(errors(0, 1, 1), [errors(1, 0, 1), errors(2, 0, 0)], false);
    expect(test.ranked.map(({ ratio }) => ratio)).toEqual([Infinity, 1, 0]);
  });

  it('give every rank the same chance when no unit is treated: 300 worlds, p at most .2 in a fifth of them', () => {
    let low = 0;
    for (let world = 0; world < 300; world += 1) {
      const noise = createRandom(world, 'no effect');
      const paths = Array.from({ length: 10 }, () => Array.from({ length: 14 }, () => 20 + noise.normal()));
      const plain: Study = { units: paths.map((_, unit) => String(unit)), outcomes: paths, periodsBefore: 9 };
      const pool = [1, 2, 3, 4, 5, 6, 7, 8, 9];
      const fit = fitSyntheticControl(plain, { on: 'outcomes' }, 0, pool);
      const placebos = fitPlacebos(plain, { on: 'outcomes' }, pool, [0]);
      if (rankAmongPlacebos(fit, placebos, true).p <= 0.2) low += 1;
    }
    expect(Math.abs(low / 300 - 0.2)).toBeLessThan(3 * Math.sqrt((0.2 * 0.8) / 300));
  });
});
