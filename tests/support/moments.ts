import { expect } from 'vitest';

/** Asks that mean and variance of the draws agree with the law within 4.5 standard errors, the latter from the draws' own fourth moment. */
export function expectMoments(draws: readonly number[], mean: number, variance: number): void {
  const n = draws.length;
  const average = draws.reduce((a, b) => a + b, 0) / n;
  const squares = draws.map((value) => (value - mean) ** 2);
  const secondMoment = squares.reduce((a, b) => a + b, 0) / n;
  const fourthMoment = squares.reduce((a, b) => a + b * b, 0) / n;
  expect(Math.abs(average - mean)).toBeLessThanOrEqual(4.5 * Math.sqrt(variance / n));
  expect(Math.abs(secondMoment - variance)).toBeLessThanOrEqual(
    4.5 * Math.sqrt(Math.max(0, fourthMoment - secondMoment ** 2) / n) + 1e-12,
  );
}

/** Asks that the empirical distribution of whole-number draws stays within the Dvoretzky-Kiefer-Wolfowitz bound of the law (one in a million). */
export function expectDistribution(draws: readonly number[], cdf: (k: number) => number): void {
  const bound = Math.sqrt(Math.log(2e6) / (2 * draws.length));
  const sorted = [...draws].sort((a, b) => a - b);
  let worst = 0;
  sorted.forEach((value, index) => {
    if (sorted[index + 1] !== value) worst = Math.max(worst, Math.abs((index + 1) / sorted.length - cdf(value)));
  });
  expect(worst).toBeLessThan(bound);
}
