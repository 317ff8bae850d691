import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/estimator/random.ts';
import {
  fitSyntheticControl,
  scalePredictors,
  type Matching,
  type Study,
} from '../../../db/estimator/syntheticControl/fit.ts';
import { searchSimplex } from '../../../db/estimator/nelderMead.ts';
import { searchV } from '../../../db/estimator/syntheticControl/nestedV.ts';
import { solveNonNegative } from '../../../db/estimator/syntheticControl/nonNegative.ts';
import { fitOnSimplex } from '../../../db/estimator/syntheticControl/simplex.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const real = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 10);

/** Any columns and target, among them equal columns, columns of zeros and targets inside the hull. */
const problem = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 10 }))
  .chain(([rows, count]) =>
    fc.record({
      columns: fc.array(fc.array(real, { minLength: rows, maxLength: rows }), { minLength: count, maxLength: count }),
      target: fc.array(real, { minLength: rows, maxLength: rows }),
      ridge: fc.constantFrom(0, 0, 1, 100),
      twin: fc.boolean(),
    }),
  )
  .map(({ twin, columns, ...rest }) => ({ ...rest, columns: twin ? [...columns, columns[0]!] : columns }));

function lossOf(columns: readonly (readonly number[])[], target: readonly number[], w: readonly number[], ridge = 0) {
  const errors = target.map((value, i) => value - sum(columns.map((column, j) => w[j]! * column[i]!)));
  return sum(errors.map((error) => error ** 2)) + ridge * sum(w.map((weight) => weight ** 2));
}

/** A mixture of the columns drawn at random, sparse half the time. */
function randomMixture(count: number, seed: number): number[] {
  const random = createRandom(seed);
  const raw = Array.from({ length: count }, () => (random.uniform() < 0.5 ? 0 : -Math.log(random.uniform())));
  const total = sum(raw);
  return total > 0 ? raw.map((value) => value / total) : raw.map((_, j) => Number(j === 0));
}

describe('least squares over mixtures', () => {
  it('gives weights of 0 or more with sum 1, none of which could gain, and beats every other mixture', () => {
    fc.assert(
      fc.property(problem, fc.integer({ min: 0, max: 1e6 }), ({ columns, target, ridge }, seed) => {
        const { weights, kkt } = fitOnSimplex(columns, target, ridge);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        expect(Math.abs(sum(weights) - 1)).toBeLessThan(1e-12);
        expect(kkt).toBeGreaterThan(-1e-11);
        const loss = lossOf(columns, target, weights, ridge);
        for (let k = 0; k < 20; k += 1) {
          const other = lossOf(columns, target, randomMixture(columns.length, seed + k), ridge);
          expect(loss).toBeLessThanOrEqual(other + 1e-9 * (1 + other));
        }
      }),
      { numRuns: 400, seed: 31 },
    );
  });

  it('finds the mixture from which the target was made, when there is only one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const random = createRandom(seed, 'columns');
        const columns = Array.from({ length: 12 }, () => Array.from({ length: 20 }, () => 100 + 20 * random.normal()));
        const mixture = randomMixture(12, seed);
        const target = columns[0]!.map((_, i) => sum(columns.map((column, j) => mixture[j]! * column[i]!)));
        const { weights } = fitOnSimplex(columns, target);
        weights.forEach((weight, j) => {
          expect(Math.abs(weight - mixture[j]!)).toBeLessThan(1e-10);
        });
      }),
      { numRuns: 100, seed: 32 },
    );
  });

  it('is blind to a common path, to units of measure, and to the order of the columns', () => {
    const columns = [
      [3, 1, 4, 1, 5],
      [9, 2, 6, 5, 3],
      [5, 8, 9, 7, 9],
      [2, 7, 1, 8, 2],
    ];
    const target = [5, 4, 5, 5, 4];
    const { weights } = fitOnSimplex(columns, target);
    const close = (other: readonly number[]): void => {
      other.forEach((weight, j) => {
        expect(Math.abs(weight - weights[j]!)).toBeLessThan(1e-12);
      });
    };
    const path = [100, -40, 0, 7, 3];
    const moved = (values: readonly number[]): number[] => values.map((value, i) => 1e4 * (value + path[i]!));
    close(fitOnSimplex(columns.map(moved), moved(target)).weights);
    close([...fitOnSimplex([...columns].reverse(), target).weights].reverse());
  });

  it('has the closed form of two columns: the foot of the perpendicular, kept on the segment', () => {
    fc.assert(
      fc.property(fc.array(real, { minLength: 9, maxLength: 9 }), (values) => {
        const [one, other, target] = [values.slice(0, 3), values.slice(3, 6), values.slice(6)];
        const along = one.map((value, i) => value - other[i]!);
        const length = sum(along.map((value) => value ** 2));
        if (length < 1) return;
        const foot = sum(along.map((value, i) => value * (target[i]! - other[i]!))) / length;
        const { weights } = fitOnSimplex([one, other], target);
        expect(Math.abs(weights[0]! - Math.min(1, Math.max(0, foot)))).toBeLessThan(1e-10);
      }),
      { numRuns: 200, seed: 33 },
    );
  });

  it('shares the weight among equal columns under a ridge, and among all under a heavy one', () => {
    const twins = fitOnSimplex(
      [
        [1, 2],
        [1, 2],
        [30, 40],
      ],
      [1, 2],
      1e-3,
    ).weights;
    expect(Math.abs(twins[0]! - twins[1]!)).toBeLessThan(1e-12);
    fitOnSimplex(
      [
        [1, 2],
        [5, 1],
        [30, 40],
      ],
      [1, 2],
      1e9,
    ).weights.forEach((weight) => {
      expect(Math.abs(weight - 1 / 3)).toBeLessThan(1e-5);
    });
  });

  it('keeps to its accuracy where the ridge is all there is', () => {
    const target = [1, 2, 3];
    const { weights, kkt } = fitOnSimplex([target, target, target, target], target, 1e12);
    expect(kkt).toBeGreaterThan(-1e-12);
    for (const weight of weights) expect(weight).toBeCloseTo(0.25, 12);
  });

  it('takes a column that is the target and leaves no trace of the others; any when all are the target', () => {
    const target = [1, 2];
    const { weights } = fitOnSimplex([[4, 4], target], target);
    expect(weights[0]).toBe(0);
    expect(weights[1]).toBeCloseTo(1, 14);
    expect(sum(fitOnSimplex([target, target], target).weights)).toBeCloseTo(1, 14);
  });

  it('is the caller’s fault without columns or with columns of another length', () => {
    expect(() => fitOnSimplex([], [1])).toThrow(RangeError);
    expect(() => fitOnSimplex([[1, 2]], [1])).toThrow(RangeError);
  });

  it('solves non-negative least squares from any guess alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.uniqueArray(fc.nat({ max: 5 })), (seed, guess) => {
        const random = createRandom(seed, 'guess');
        const draw = (): Float64Array => Float64Array.from({ length: 8 }, () => random.normal());
        const columns = Array.from({ length: 6 }, draw);
        const target = draw();
        const cold = solveNonNegative(columns, target);
        solveNonNegative(columns, target, guess).forEach((weight, j) => {
          expect(Math.abs(weight - cold[j]!)).toBeLessThan(1e-10);
        });
      }),
      { numRuns: 200, seed: 34 },
    );
  });
});

describe('the search for V', () => {
  it('rests on a simplex search that finds the foot of a curved valley', () => {
    const banana = ([x = 0, y = 0]: readonly number[]): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const { point, value } = searchSimplex(banana, [-1.2, 1], { step: 0.5, evaluations: 1000, tolerance: 1e-12 });
    expect(value).toBeLessThan(1e-10);
    expect(Math.abs(point[0]! - 1) + Math.abs(point[1]! - 1)).toBeLessThan(1e-4);
  });

  it('ends within its evaluations, up to the last step', () => {
    let count = 0;
    const endless = (point: readonly number[]): number => {
      count += 1;
      return point[0]! + point[1]!;
    };
    searchSimplex(endless, [0, 0], { step: 1, evaluations: 50, tolerance: 0 });
    expect(count).toBeLessThanOrEqual(53);
  });

  /** The second predictor is noise; the outcome of a unit is its first predictor. */
  const random = createRandom(8, 'predictors');
  const traits = Array.from({ length: 14 }, () => [10 * random.uniform(), 10 * random.uniform(), random.uniform()]);
  const study: Study = {
    units: traits.map((_, unit) => `unit ${unit}`),
    outcomes: traits.map(([level = 0], unit) =>
      Array.from({ length: 10 }, (_, t) => 5 * level + t + 0.01 * random.normal() + (unit === 0 && t > 6 ? 9 : 0)),
    ),
    periodsBefore: 7,
  };
  const predictors = scalePredictors([0, 1, 2].map((k) => traits.map((trait) => trait[k]!)));
  const donors = study.units.map((_, unit) => unit).slice(1);
  const nested: Matching = { on: 'predictors', predictors, v: { starts: 12, seed: 4 } };

  it('puts the weight on the predictor that follows the outcome, and does no worse than equal weights', () => {
    const found = fitSyntheticControl(study, nested, 0, donors);
    const equal = fitSyntheticControl(study, { on: 'predictors', predictors, v: [1 / 3, 1 / 3, 1 / 3] }, 0, donors);
    expect(found.v![0]).toBeGreaterThan(found.v![1]!);
    expect(Math.abs(sum(found.v!) - 1)).toBeLessThan(1e-12);
    expect(found.preMspe).toBeLessThan(0.1 * equal.preMspe);
    expect(found.reached).toHaveLength(12);
    expect(Math.abs(Math.min(...found.reached!) - found.preMspe)).toBeLessThan(1e-8);
    expect(Math.abs(found.att - 9)).toBeLessThan(0.5);
  });

  it('is the same for the same seed, whatever other units are fitted', () => {
    const alone = fitSyntheticControl(study, nested, 0, donors);
    fitSyntheticControl(
      study,
      nested,
      3,
      donors.filter((donor) => donor !== 3),
    );
    expect(fitSyntheticControl(study, nested, 0, donors)).toEqual(alone);
  });

  it('begins with equal weights and leaves no predictor without any', () => {
    const seen: number[][] = [];
    const distances = donors.map((donor) => Float64Array.from(predictors, (row) => row[donor]! - row[0]!));
    const { v } = searchV(distances, (weights) => seen.push([...weights]), 1, createRandom(1));
    const points = donors.map((donor) => predictors.map((row) => row[donor]!));
    const equal = fitOnSimplex(
      points,
      predictors.map((row) => row[0]!),
    ).weights;
    seen[0]!.forEach((weight, j) => {
      expect(Math.abs(weight - equal[j]!)).toBeLessThan(1e-9);
    });
    expect(Math.min(...v)).toBeGreaterThanOrEqual(1e-9);
  });

  it('matches on a given V as on rows that are multiplied by its roots', () => {
    const v = [0.7, 0.2, 0.1];
    const { weights } = fitSyntheticControl(study, { on: 'predictors', predictors, v }, 2, [1, 3, 4, 5, 6]);
    const column = (unit: number): number[] => predictors.map((row, k) => row[unit]! * Math.sqrt(v[k]!));
    expect(weights).toEqual(fitOnSimplex([1, 3, 4, 5, 6].map(column), column(2)).weights);
  });

  it('leaves a predictor that is the same for all as it is', () => {
    expect(
      scalePredictors([
        [5, 5, 5],
        [1, 2, 3],
      ]),
    ).toEqual([
      [5, 5, 5],
      [1, 2, 3],
    ]);
  });
});
