import { describe, expect, it } from 'vitest';
import { learnClosings } from '../../../../db/estimator/closings/learn.ts';
import { at, mean, quantileOfSorted } from '../../../../db/estimator/numbers.ts';
import { learnClosingLevel } from '../../../../db/estimator/planning/closingLevel.ts';
import { createRandom } from '../../../../db/estimator/random.ts';
import { samplePoisson } from '../../../../db/estimator/samplers.ts';
import { steadyPanel } from '../../../support/unitPanels.ts';

const months = 72;

/** Files expected to leave next month, by draw, of a unit of which so many left in each month. */
function nextOf(expected: (t: number) => number, name = 'leavers'): Float64Array {
  const random = createRandom(11, name);
  const outflowAdministrative = Array.from({ length: months }, (_, t) => samplePoisson(random, expected(t)));
  const panel = steadyPanel(months, 40, {
    unitId: name,
    backlog: Array.from({ length: months }, () => 200),
    outflowAdministrative,
  });
  const unit = { panel, window: { first: 0, last: months - 1, fundingStart: 40 } };
  const closings = at(learnClosings([unit], { seed: 1, draws: 200 }).units, 0);
  const usual = mean(closings.inflow) * 30 + mean(closings.work) * 22 + mean(closings.queue) * 200;
  return learnClosingLevel(unit, closings, 2000, 1)
    .level.map((level) => level * usual)
    .sort();
}

describe('the files that will leave without investigation', () => {
  it('are known to where they lie: of 60 units, the 80 % interval holds the truth in 42 to 59', () => {
    const inside = Array.from({ length: 60 }, (_, k) => nextOf(() => 5, `unit ${k}`)).filter(
      (next) => quantileOfSorted(next, 0.1) <= 5 && quantileOfSorted(next, 0.9) >= 5,
    );
    expect(inside.length).toBeGreaterThanOrEqual(42);
    expect(inside.length).toBeLessThanOrEqual(59);
  });

  it('go on from where they are today, where the mean of all months would not', () => {
    expect(mean(nextOf((t) => (t < 48 ? 4 : 10)))).toBeGreaterThan(7.5);
  });

  it('are few where none ever left', () => {
    expect(mean(nextOf(() => 0))).toBeLessThan(0.2);
  });
});
