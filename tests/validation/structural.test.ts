import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { createRandom } from '../../db/estimator/random.ts';
import { summariseEffect } from '../../db/estimator/structural/effect.ts';
import { predictAfter, structuralLogLikelihood } from '../../db/estimator/structural/maximumLikelihood.ts';
import { sampleStructural } from '../../db/estimator/structural/sampler.ts';
import { modelSeries, type ModelledSeries } from '../../db/estimator/structural/series.ts';
import { valueOf } from '../db/entry/cli/support.ts';
import { ownFile, publishedFile, publishedFiles } from './data.ts';
import { it, place } from '../support/fixtures/shared/place.ts';

type Vignette = {
  readonly avg: number;
  readonly sd: number;
  readonly lo: number;
  readonly hi: number;
  readonly point_lo: readonly number[];
  readonly point_hi: readonly number[];
};
type Answers = {
  readonly vignette_gibbs: Vignette;
  readonly llevel_fixed: {
    readonly params_irr_level: readonly [number, number];
    readonly llf: number;
    readonly fc_mean: number;
    readonly fc_var_1: number;
    readonly fc_var_30: number;
  };
  readonly mle: {
    readonly params: Readonly<Record<'sigma2.irregular' | 'sigma2.level' | 'beta.x1', number>>;
    readonly llf: number;
    readonly avg_effect: number;
    readonly loglike_fixed: Readonly<Record<string, number>>;
  };
};
type Published = {
  readonly n: number;
  readonly n_pre: number;
  readonly data: { readonly y: readonly number[]; readonly x?: Readonly<Record<string, readonly number[]>> };
  readonly r_output: Readonly<
    Record<'point_effect_mean' | 'ci_lower' | 'ci_upper' | 'cumulative_effect_total' | 'p_value', number>
  >;
};
type Estimate = { readonly mean: number; readonly sd: number; readonly lower: number; readonly upper: number };
type Gibbs = {
  readonly actual: { readonly average: number; readonly total: number };
  readonly effect: { readonly average: Estimate; readonly relative: Estimate };
  readonly points: readonly { readonly predicted: Estimate }[];
};
type Kalman = {
  readonly maximumLikelihood: {
    readonly observationVariance: number;
    readonly levelVariance: number;
    readonly coefficients: readonly { readonly value: number }[];
    readonly logLikelihood: number;
  };
  readonly given: { readonly logLikelihood: number };
  readonly effect: { readonly average: number };
};

const answersFile = ownFile('expected', 'bsts.json');
const vignetteFile = ownFile('causalimpact_example.csv');
const outputOfR = (name: string): string => publishedFile('bsts_r', `${name}.json`);
const { missing, reason } = publishedFiles(outputOfR('basic'));

const vignette = { outcome: 'y', regressors: ['x1'], before: [1, 70], after: [71, 100] };

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function modelled(outcome: readonly number[], regressors: readonly (readonly number[])[], before: number) {
  const model = modelSeries({
    outcome,
    regressors,
    before: { first: 0, last: before - 1 },
    after: { first: before, last: outcome.length - 1 },
  });
  if ('refusal' in model) throw new Error(model.refusal);
  return model;
}

function expectWithin(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(tolerance);
}

describe('Bayesian structural time series against reference answers', () => {
  const answers = readJson(answersFile) as Answers;

  /** The command on the published file as it is. */
  function run(changes: object): Promise<unknown> {
    const spec = place.write('spec.json', JSON.stringify({ ...vignette, ...changes }));
    return valueOf(['analyse', 'structural', '--data', vignetteFile, '--spec', spec]);
  }

  it('row 10: the vignette of CausalImpact, 4,500 draws, by vigie analyse structural', async () => {
    // The step of the level that CausalImpact expects by default.
    const { actual, effect, points } = (await run({ priorLevelSd: 0.01, draws: 4500, burnIn: 500 })) as Gibbs;
    expect(Math.round(actual.average)).toBe(117);
    expect(Math.round(actual.total)).toBe(3511);
    const expected = answers.vignette_gibbs;
    expectWithin(effect.average.mean, expected.avg, 0.04);
    expectWithin(effect.average.lower, expected.lo, 0.08);
    expectWithin(effect.average.upper, expected.hi, 0.08);
    expectWithin(effect.average.sd, expected.sd, 0.04);
    expectWithin(effect.relative.mean, 0.099, 0.001);
    points.forEach(({ predicted }, j) => {
      const width = expected.point_hi[j]! - expected.point_lo[j]!;
      expectWithin(predicted.lower, expected.point_lo[j]!, 0.05 * width);
      expectWithin(predicted.upper, expected.point_hi[j]!, 0.05 * width);
    });
  });

  it('row 10: the same by the values of a time column', async () => {
    const byTime = await run({ time: 't', before: ['1', '70'], after: [71, 100], draws: 200 });
    expect(byTime).toEqual(await run({ draws: 200 }));
  });

  it.skipIf(missing).for(['basic', 'covariates', 'no_effect', 'strong_effect'])(
    `row 11: the output of R for %s, 20,000 draws, within 2/100 of its interval${reason}`,
    (name) => {
      const { n_pre: before, data, r_output: expected } = readJson(outputOfR(name)) as Published;
      const model: ModelledSeries = modelled(data.y, Object.values(data.x ?? {}), before);
      const settings = { priorLevelSd: 0.01, draws: 20_000, burnIn: 1000 };
      const draws = sampleStructural(model, settings, createRandom(1));
      const { effect, tailProbability } = summariseEffect(data.y.slice(before), draws);
      const tolerance = 0.02 * (expected.ci_upper - expected.ci_lower);
      expectWithin(effect.average.mean, expected.point_effect_mean, tolerance);
      expectWithin(effect.average.lower, expected.ci_lower, tolerance);
      expectWithin(effect.average.upper, expected.ci_upper, tolerance);
      const after = data.y.length - before;
      expectWithin(effect.total.mean, expected.cumulative_effect_total, after * tolerance);
      expectWithin(tailProbability, expected.p_value, 0.03);
    },
  );

  it('row 12: log-likelihood of the vignette at given parameters, to 1e-6', async () => {
    const expected = Object.entries(answers.mle.loglike_fixed);
    expect(expected).toHaveLength(3);
    for (const [parameters, logLikelihood] of expected) {
      const [observationVariance, levelVariance, coefficient] = JSON.parse(parameters) as number[];
      const given = { observationVariance, levelVariance, coefficients: [coefficient] };
      const result = (await run({ method: 'kalman', parameters: given })) as Kalman;
      expectWithin(result.given.logLikelihood, logLikelihood, 1e-6);
    }
  });

  it('row 12: maximum likelihood of the vignette, to 1e-4', async () => {
    const { maximumLikelihood, effect } = (await run({ method: 'kalman' })) as Kalman;
    const expected = answers.mle;
    expectWithin(maximumLikelihood.logLikelihood, expected.llf, 1e-4);
    expectWithin(maximumLikelihood.observationVariance, expected.params['sigma2.irregular'], 1e-3);
    expectWithin(maximumLikelihood.levelVariance, expected.params['sigma2.level'], 1e-5);
    expectWithin(maximumLikelihood.coefficients[0]!.value, expected.params['beta.x1'], 1e-4);
    expectWithin(effect.average, expected.avg_effect, 1e-4);
  });

  it('a local level without regressor: log-likelihood and predictions to 1e-6', () => {
    const expected = answers.llevel_fixed;
    const [, ...lines] = readFileSync(vignetteFile, 'utf8').trim().split('\n');
    const outcome = lines.map((line) => Number(line.split(',')[1]));
    const model = modelled(outcome, [], 70);
    const [observation, level] = expected.params_irr_level;
    const parameters = { observation, level, coefficients: [] };
    expectWithin(structuralLogLikelihood(model, parameters), expected.llf, 1e-6);
    const predicted = predictAfter(model, parameters);
    expectWithin(predicted[0]!.mean, expected.fc_mean, 1e-6);
    expectWithin(predicted[0]!.variance, expected.fc_var_1, 1e-6);
    expectWithin(predicted[29]!.variance, expected.fc_var_30, 1e-6);
  });
});
