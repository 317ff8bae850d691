import { describe, expect, it } from 'vitest';
import { gammaCdf, negativeBinomialCdf, negativeBinomialLogPmf } from '../../../db/estimator/distributions.ts';
import { sampleNegativeBinomial, sampleNegativeBinomialAtLeast } from '../../../db/estimator/negativeBinomial.ts';
import { createRandom, type Random } from '../../../db/estimator/random.ts';
import { sampleBinomial, sampleGamma, samplePoisson } from '../../../db/estimator/samplers.ts';
import { expectDistribution, expectMoments } from '../../support/moments.ts';

const count = 40_000;

function draw(seed: number, one: (random: Random) => number): number[] {
  const random = createRandom(seed, 'sampler test');
  return Array.from({ length: count }, () => one(random));
}

function binomialCdf(trials: number, probability: number): (k: number) => number {
  const cumulative: number[] = [];
  let logTerm = trials * Math.log1p(-probability);
  let total = 0;
  for (let k = 0; k <= trials; k += 1) {
    total += Math.exp(logTerm);
    cumulative.push(total);
    logTerm += Math.log(((trials - k) / (k + 1)) * (probability / (1 - probability)));
  }
  return (k) => cumulative[k]!;
}

describe('uniform and normal', () => {
  it('have the moments of their laws', () => {
    expectMoments(
      draw(1, (random) => random.uniform()),
      0.5,
      1 / 12,
    );
    const normals = draw(2, (random) => random.normal());
    expectMoments(normals, 0, 1);
    const beyond = normals.filter((value) => Math.abs(value) > 1.959963985).length / count;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(4.5 * Math.sqrt((0.05 * 0.95) / count));
  });
});

describe('gamma', () => {
  it.each([
    [0.1, 1],
    [0.5, 2],
    [1, 1],
    [2.5, 0.5],
    [45, 13],
    [900, 30],
  ])('shape %d, rate %d', (shape, rate) => {
    expectMoments(
      draw(3, (random) => sampleGamma(random, shape, rate)),
      shape / rate,
      shape / rate ** 2,
    );
  });

  it('refuses a shape or rate of 0 or less', () => {
    expect(() => sampleGamma(createRandom(1), 0, 1)).toThrow(RangeError);
    expect(() => sampleGamma(createRandom(1), 1, -1)).toThrow(RangeError);
  });
});

describe('Poisson', () => {
  it.each([0.1, 5, 9.99, 10, 12.5, 500])('mean %d', (mean) => {
    const draws = draw(4, (random) => samplePoisson(random, mean));
    expectMoments(draws, mean, mean);
    expectDistribution(draws, (k) => negativeBinomialCdf(k, mean, Infinity));
  });

  it('is 0 for a mean of 0 and refuses a negative or endless one', () => {
    expect(draw(5, (random) => samplePoisson(random, 0)).every((value) => value === 0)).toBe(true);
    for (const mean of [-1, Infinity, Number.NaN])
      expect(() => samplePoisson(createRandom(1), mean)).toThrow(RangeError);
  });
});

describe('binomial', () => {
  it.each([
    [1, 0.3],
    [25, 0.2],
    [25, 0.83],
    [60, 0.5],
    [5000, 0.001],
    [5000, 0.3],
    [5000, 0.999],
  ])('%d trials, probability %d', (trials, probability) => {
    const draws = draw(6, (random) => sampleBinomial(random, trials, probability));
    expectMoments(draws, trials * probability, trials * probability * (1 - probability));
    expectDistribution(draws, binomialCdf(trials, probability));
    expect(draws.every((value) => Number.isInteger(value) && value >= 0 && value <= trials)).toBe(true);
  });

  it('is certain at the edges', () => {
    const random = createRandom(7);
    expect(sampleBinomial(random, 0, 0.4)).toBe(0);
    expect(sampleBinomial(random, 5000, 0)).toBe(0);
    expect(sampleBinomial(random, 5000, 1)).toBe(5000);
    expect(() => sampleBinomial(random, -1, 0.5)).toThrow(RangeError);
    expect(() => sampleBinomial(random, 2.5, 0.5)).toThrow(RangeError);
    expect(() => sampleBinomial(random, 2, 1.01)).toThrow(RangeError);
  });
});

describe('negative binomial', () => {
  it.each([
    [0.8, 2],
    [12.5, 10],
    [40, 7.3],
    [3, 10_000],
  ])('mean %d, size %d', (mean, size) => {
    const draws = draw(8, (random) => sampleNegativeBinomial(random, mean, size));
    expectMoments(draws, mean, mean + mean ** 2 / size);
    expectDistribution(draws, (k) => negativeBinomialCdf(k, mean, size));
  });
});

describe('negative binomial, at least a bound', () => {
  it.each([
    [12.5, 10, 0],
    [12.5, 10, 9],
    [12.5, 10, 30],
    [12.5, 10, 80],
    [3, Infinity, 6],
    [3, Infinity, 25],
    [40, 7.3, 150],
  ])('mean %d, size %d, bound %d', (mean, size, atLeast) => {
    let total = 0;
    let first = 0;
    let second = 0;
    for (let k = atLeast; k < atLeast + 2000; k += 1) {
      const weight = Math.exp(negativeBinomialLogPmf(k, mean, size) - negativeBinomialLogPmf(atLeast, mean, size));
      total += weight;
      first += k * weight;
      second += k * k * weight;
    }
    const draws = draw(9, (random) => sampleNegativeBinomialAtLeast(random, mean, size, atLeast));
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(atLeast);
    expectMoments(draws, first / total, second / total - (first / total) ** 2);
  });

  it('is the bound itself when the mean is 0', () => {
    expect(sampleNegativeBinomialAtLeast(createRandom(1), 0, 3, 4)).toBe(4);
  });

  it('of a large count is drawn in closed form, with the mean that the law has above the bound', () => {
    // E[K | K >= k] of a law that is nearly a gamma one: mean 3000, size 10, bound at twice the mean.
    const random = createRandom(4, 'sampler test');
    const draws = Array.from({ length: 4000 }, () => sampleNegativeBinomialAtLeast(random, 3000, 10, 6000));
    const survival = (shape: number): number => 1 - gammaCdf(6000, shape, 10 / 3000);
    const expected = (3000 * survival(11)) / survival(10);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(6000);
    expect(draws.reduce((sum, value) => sum + value, 0) / draws.length / expected).toBeCloseTo(1, 2);
  });
});
