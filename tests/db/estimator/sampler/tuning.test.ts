import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../db/estimator/random.ts';
import { createTuning, fixTuning, tries } from '../../../../db/estimator/sampler/tuning.ts';

/** A random walk over a normal law with that deviation, learning for a while and then fixed. */
function walkOver(deviation: number): { learnt: number; kept: number; accepted: number; squares: number } {
  const random = createRandom(3, `walk ${deviation}`);
  const tuning = createTuning();
  const { ridge } = tuning;
  let at = 0;
  let squares = 0;
  let learnt = 0;
  const moves = 60_000;
  for (let n = -5000; n < moves; n += 1) {
    if (n === 0) {
      fixTuning(tuning);
      learnt = ridge.scale;
    }
    const next = at + ridge.scale * random.normal();
    if (tries(ridge, (at * at - next * next) / (2 * deviation * deviation), random)) at = next;
    if (n >= 0) squares += at * at;
  }
  return { learnt, kept: ridge.scale, accepted: ridge.accepted / ridge.tried, squares: squares / moves };
}

describe('the step of a random walk', () => {
  it.each([0.02, 1, 40])('is learnt until about 44 %% are accepted, then kept (deviation %d)', (deviation) => {
    const { learnt, kept, accepted, squares } = walkOver(deviation);
    expect(kept).toBe(learnt);
    expect(Math.abs(accepted - 0.44)).toBeLessThan(0.06);
    // About 44 % is accepted in one dimension with steps 2.4 times as wide as the law (Gelman, Roberts and Gilks, 1996).
    expect(Math.abs(learnt / deviation - 2.4)).toBeLessThan(0.5);
    expect(Math.abs(squares / deviation ** 2 - 1)).toBeLessThan(0.06);
  });

  it('never goes where the density is zero or not a number, and always where it is higher', () => {
    const random = createRandom(1, 'decisions');
    const { size } = createTuning();
    for (let n = 0; n < 200; n += 1) {
      expect(tries(size, -Infinity, random)).toBe(false);
      expect(tries(size, Number.NaN, random)).toBe(false);
      expect(tries(size, 0, random)).toBe(true);
    }
  });
});
