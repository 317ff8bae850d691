import { betaCdf } from '../distributions.ts';
import type { QuasiPoissonFit } from './quasiPoisson.ts';

export type NestedTest = {
  readonly f: number;
  /** Of the numerator and of the denominator. */
  readonly degreesOfFreedom: readonly [number, number];
  readonly p: number;
};

/**
 * F test of a model against one without some of its terms: drop in deviance for a degree of freedom over the dispersion of the larger model,
 * as `anova(smaller, larger, test = "F")` of R. Both are fitted to the same rows. RangeError when the second is not the larger one.
 */
export function testNested(smaller: QuasiPoissonFit, larger: QuasiPoissonFit): NestedTest {
  const dropped = smaller.degreesOfFreedom - larger.degreesOfFreedom;
  if (dropped <= 0) throw new RangeError('The larger model has more coefficients.');
  const left = larger.degreesOfFreedom;
  const f = Math.max(0, smaller.deviance - larger.deviance) / dropped / larger.dispersion;
  return { f, degreesOfFreedom: [dropped, left], p: betaCdf(left / (left + dropped * f), left / 2, dropped / 2) };
}
