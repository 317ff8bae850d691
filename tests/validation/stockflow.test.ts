import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pearsonOverDispersion, predictiveOutflow, rateGivenMonths } from '../db/estimator/closedForm.ts';
import { gammaQuantile, negativeBinomialCdf, negativeBinomialLogPmf } from '../../db/estimator/distributions.ts';
import { expectedPath } from '../../db/estimator/expectedPath.ts';
import { rampedFte } from '../../db/estimator/ramp.ts';
import { ownFile } from './data.ts';

type Golden = {
  readonly gamma_poisson: {
    readonly prior_a: number;
    readonly prior_b: number;
    readonly counts: readonly number[];
    readonly exposure: readonly number[];
    readonly post_a: number;
    readonly post_b: number;
    readonly mean: number;
    readonly q025: number;
    readonly q50: number;
    readonly q975: number;
    readonly predictive_nb_mean_at_exposure_2: number;
    readonly predictive_P_le_5: number;
  };
  readonly negbin: readonly {
    readonly mu: number;
    readonly phi: number;
    readonly k: number;
    readonly logpmf: number;
    readonly cdf: number;
  }[];
  readonly ramp: {
    readonly funded_headcount: readonly number[];
    readonly R0: number;
    readonly L3: readonly number[];
    readonly L6: readonly number[];
    readonly L12: readonly number[];
  };
  readonly recursion_expected_value: {
    readonly B_init: number;
    readonly inflow: readonly number[];
    readonly outflow: readonly number[];
    readonly fte_base: number;
    readonly delta: number;
    readonly L: number;
    readonly effective_fte: readonly number[];
    readonly outflow_cf_mean: readonly number[];
    readonly backlog: readonly number[];
    readonly backlog_cf_mean: readonly number[];
  };
};

const file = ownFile('expected', 'golden_stockflow.json');

function expectAll(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => {
    expect(Math.abs(value - expected[index]!)).toBeLessThan(1e-10);
  });
}

describe('reference answers of the stock-flow model, to 1e-10', () => {
  const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;

  it('gamma posterior of the rate and its predictive law', () => {
    const expected = golden.gamma_poisson;
    const law = rateGivenMonths(
      { shape: expected.prior_a, rate: expected.prior_b },
      expected.counts,
      expected.exposure,
    );
    expectAll([law.shape, law.rate, law.shape / law.rate], [expected.post_a, expected.post_b, expected.mean]);
    expectAll(
      [0.025, 0.5, 0.975].map((level) => gammaQuantile(level, law.shape, law.rate)),
      [expected.q025, expected.q50, expected.q975],
    );
    const predictive = predictiveOutflow(law, 2);
    expectAll(
      [predictive.mean, negativeBinomialCdf(5, predictive.mean, predictive.size)],
      [expected.predictive_nb_mean_at_exposure_2, expected.predictive_P_le_5],
    );
    expect(pearsonOverDispersion(expected.counts, expected.exposure)).toBe(1);
  });

  it('negative binomial probabilities', () => {
    for (const { mu, phi, k, logpmf, cdf } of golden.negbin) {
      expectAll([negativeBinomialLogPmf(k, mu, phi), negativeBinomialCdf(k, mu, phi)], [logpmf, cdf]);
    }
  });

  it('ramp of the funded staff', () => {
    const { funded_headcount, R0, L3, L6, L12 } = golden.ramp;
    expectAll(rampedFte(funded_headcount, 3, R0), L3);
    expectAll(rampedFte(funded_headcount, 6, R0), L6);
    expectAll(rampedFte(funded_headcount, 12, R0), L12);
  });

  it('recursion in expected values', () => {
    const expected = golden.recursion_expected_value;
    const path = expectedPath({
      openingBacklog: expected.B_init,
      inflow: expected.inflow,
      outflow: expected.outflow,
      fteBase: expected.fte_base,
      fteFunded: golden.ramp.funded_headcount,
      productivity: expected.delta,
      rampMonths: expected.L,
      rampStart: golden.ramp.R0,
    });
    expectAll(path.effectiveFte, expected.effective_fte);
    expectAll(path.outflowWithout, expected.outflow_cf_mean);
    expectAll(path.backlog, expected.backlog);
    expectAll(path.backlogWithout, expected.backlog_cf_mean);
  });
});
