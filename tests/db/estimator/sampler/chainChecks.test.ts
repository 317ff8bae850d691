import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../db/estimator/random.ts';
import { effectiveSampleSize } from '../../../../db/estimator/sampler/chainChecks.ts';

/** A stationary autoregressive chain: its effective sample size is n (1 - rho) / (1 + rho). */
function autoregressive(n: number, rho: number, label: string): Float64Array {
  const random = createRandom(7, label);
  const chain = new Float64Array(n);
  let last = random.normal();
  for (let t = 0; t < n; t += 1) {
    last = rho * last + Math.sqrt(1 - rho * rho) * random.normal();
    chain[t] = last;
  }
  return chain;
}

describe('the effective sample size of a chain', () => {
  it.each([0, 0.5, 0.9, -0.5])('is n (1 - rho) / (1 + rho) where each draw depends on the last by %d', (rho) => {
    const n = 60_000;
    const expected = (n * (1 - rho)) / (1 + rho);
    const found = effectiveSampleSize(autoregressive(n, rho, `rho ${rho}`));
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.1);
  });

  it('does not depend on place and scale', () => {
    const chain = autoregressive(5000, 0.8, 'moved');
    expect(effectiveSampleSize(chain.map((value) => 30 - 4 * value)) / effectiveSampleSize(chain)).toBeCloseTo(1, 9);
  });

  it('is 0 for a chain that never moved, and small for one that drifts', () => {
    expect(effectiveSampleSize(new Float64Array(1000).fill(3))).toBe(0);
    expect(effectiveSampleSize(Float64Array.from({ length: 1000 }, (_, t) => t))).toBeLessThan(5);
  });
});
