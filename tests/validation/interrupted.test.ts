import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { fitQuasiPoisson } from '../../db/estimator/interrupted/quasiPoisson.ts';
import { valueOf } from '../db/entry/cli/support.ts';
import { publishedFile, publishedFiles } from './data.ts';
import { it, place } from '../support/fixtures/shared/place.ts';

type ByTerm = Readonly<Record<string, number>>;
type Model = {
  readonly coef: ByTerm;
  readonly se: ByTerm;
  readonly dispersion: number;
  readonly deviance: number;
  readonly RR: number;
  readonly RR_lo: number;
  readonly RR_hi: number;
  readonly nw3_se: ByTerm;
};
type Total = { readonly total: number; readonly se: number };
type Expected = {
  readonly m1: Model;
  readonly m2: Model;
  readonly m3: Model;
  readonly m4: Model;
  readonly counterfactual_m3: Total & { readonly observed: number };
  readonly counterfactual_preonly: Total & { readonly dispersion: number };
  readonly anova_F: { readonly F: number; readonly p: number };
};

type Estimate = { readonly total: number; readonly standardError: number; readonly low: number; readonly high: number };
type Result = {
  readonly deviance: number;
  readonly dispersion: number;
  readonly coefficients: readonly {
    readonly term: string;
    readonly estimate: number;
    readonly standardError: number;
    readonly neweyWestError: number;
    readonly ratio: number;
    readonly ratioLow: number;
    readonly ratioHigh: number;
  }[];
  readonly counterfactual: {
    readonly rows: number;
    readonly observed: number;
    readonly withoutStep: Estimate & { readonly difference: number };
    readonly beforeOnly: Estimate & { readonly dispersion: number };
  };
  readonly test: { readonly f: number; readonly degreesOfFreedom: readonly number[]; readonly p: number };
};

const data = publishedFile('sicily_aces.csv');
const answers = publishedFile('expected', 'sicily_its.json');
const { missing, reason } = publishedFiles(data, answers);

/** What the reference calls the terms. */
const names: Readonly<Record<string, string>> = {
  intercept: '(Intercept)',
  trend: 'time',
  step: 'smokban',
  slopeChange: 'I((time - 36) * smokban)',
  sin1: 's1',
  cos1: 'c1',
  sin2: 's2',
  cos2: 'c2',
};
const season = { season: { column: 'month', period: 12, harmonics: 2 } };
const slope = { slopeChange: { origin: 36 } };

describe.skipIf(missing)(`the smoking ban in Sicily, by vigie analyse its${reason}`, () => {
  const expected = missing ? undefined : (JSON.parse(readFileSync(answers, 'utf8')) as Expected);

  /** The command on the published file as it is. */
  function analyse(options: object): Promise<Result> {
    const specification = {
      outcome: 'aces',
      offset: { column: 'stdpop' },
      time: 'time',
      step: { column: 'smokban' },
      // What was published has the errors of the model.
      errors: 'model',
      ...options,
    };
    const spec = place.write('spec.json', JSON.stringify(specification));
    return valueOf<Result>(['analyse', 'its', '--data', data, '--spec', spec]);
  }

  it.each([
    ['row 7: Poisson, step and trend', 'm1', { family: 'poisson' }],
    ['row 7, quasi-Poisson', 'm2', {}],
    ['row 8: quasi-Poisson with two harmonics', 'm3', season],
    ['row 9: with a change of slope', 'm4', { ...season, ...slope }],
  ] as const)('%s', async (_, model, options) => {
    const found = await analyse(options);
    const { coef, se, nw3_se, dispersion, deviance, RR, RR_lo, RR_hi } = expected![model];
    const near = (value: number, wanted: number): void => {
      expect(Math.abs(value - wanted)).toBeLessThan(1e-7);
    };
    expect(found.coefficients.map(({ term }) => names[term]).sort()).toEqual(Object.keys(coef).sort());
    for (const { term, estimate, standardError, neweyWestError } of found.coefficients) {
      const name = names[term]!;
      near(estimate, coef[name]!);
      near(standardError, se[name]!);
      near(neweyWestError, nw3_se[name]!);
    }
    const { ratio, ratioLow, ratioHigh } = found.coefficients.find(({ term }) => term === 'step')!;
    near(ratio, RR);
    near(ratioLow, RR_lo);
    near(ratioHigh, RR_hi);
    near(found.dispersion, dispersion);
    near(found.deviance, deviance);
  });

  it('row 8: totals without the ban, and projected from before it', async () => {
    const { counterfactual } = await analyse(season);
    const { observed, total, se } = expected!.counterfactual_m3;
    const { withoutStep, beforeOnly } = counterfactual;
    expect([counterfactual.rows, counterfactual.observed]).toEqual([23, observed]);
    expect(Math.abs(withoutStep.total - total)).toBeLessThan(0.01);
    expect(Math.abs(withoutStep.standardError - se)).toBeLessThan(0.01);
    expect(Math.round(withoutStep.difference)).toBe(2561);
    const before = expected!.counterfactual_preonly;
    expect(Math.abs(beforeOnly.total - before.total)).toBeLessThan(0.01);
    expect(Math.abs(beforeOnly.standardError - before.se)).toBeLessThan(0.01);
    expect(Math.abs(beforeOnly.dispersion - before.dispersion)).toBeLessThan(1e-7);
  });

  it('intervals of the totals are those of the coefficients and of the counts together', async () => {
    const { counterfactual } = await analyse({ ...season, counterfactual: { draws: 20_000, seed: 8 } });
    for (const { total, standardError, low, high } of [counterfactual.withoutStep, counterfactual.beforeOnly]) {
      // psi is 2.26 and 2.24.
      const deviation = Math.sqrt(standardError ** 2 + 2.25 * total);
      expect((high - low) / (2 * 1.96 * deviation)).toBeGreaterThan(0.97);
      expect((high - low) / (2 * 1.96 * deviation)).toBeLessThan(1.03);
    }
  });

  it('row 9: F test of the change of slope', async () => {
    const { test } = await analyse({ ...season, ...slope, testWithout: 'slopeChange' });
    expect(Math.abs(test.f - expected!.anova_F.F)).toBeLessThan(1e-6);
    expect(Math.abs(test.p - expected!.anova_F.p)).toBeLessThan(1e-6);
    expect(test.degreesOfFreedom).toEqual([1, 51]);
  });

  it('agrees with the exact maximum of the likelihood where R stops a step before it', async () => {
    // The dispersion of R uses the weights of its last step: 2.262186. At the maximum itself it is 2.262183.
    const found = await analyse(season);
    const lines = readFileSync(data, 'utf8').trim().split('\n').slice(1);
    const rows = lines.map((line) => line.split(',').map(Number));
    const column = (index: number): number[] => rows.map((row) => row[index]!);
    const angles = column(1).map((month) => (2 * Math.PI * month) / 12);
    const design = rows.map((row, i) => {
      const angle = angles[i]!;
      return [1, row[3]!, row[4]!, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)];
    });
    const fit = fitQuasiPoisson(column(2), design, column(6).map(Math.log));
    if (fit.status === 'failed') throw new Error(fit.reason);
    const score = design[0]!.map((_, j) =>
      design.reduce((total, row, i) => total + row[j]! * (column(2)[i]! - fit.fitted[i]!), 0),
    );
    expect(Math.max(...score.map(Math.abs))).toBeLessThan(1e-5);
    const pearson = fit.fitted.reduce((total, mean, i) => total + (column(2)[i]! - mean) ** 2 / mean, 0) / 52;
    expect(Math.abs(pearson / found.dispersion - 1)).toBeLessThan(2e-6);
  });
});
