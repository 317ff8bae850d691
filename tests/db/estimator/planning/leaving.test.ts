import { describe, expect, it } from 'vitest';
import { at, mean, quantileOfSorted } from '../../../../db/estimator/numbers.ts';
import { learnLeaving } from '../../../../db/estimator/planning/leaving.ts';
import { createRandom } from '../../../../db/estimator/random.ts';
import { samplePoisson } from '../../../../db/estimator/samplers.ts';
import { steadyPanel } from '../../../support/unitPanels.ts';

const months = 72;
/** A backlog that grows from 100 to 500 files, of which so many leave otherwise in the month after. */
function leavers(expected: (open: number, t: number) => number, name = 'leavers') {
  const random = createRandom(11, name);
  const backlog = Array.from({ length: months }, (_, t) => Math.round(100 * 5 ** (t / (months - 1))));
  const outflowAdministrative = backlog.map((_, t) =>
    samplePoisson(random, t === 0 ? 0 : expected(at(backlog, t - 1), t)),
  );
  return steadyPanel(months, 40, { unitId: name, backlog, outflowAdministrative });
}

function learned(panel: ReturnType<typeof leavers>) {
  const window = { first: 0, last: months - 1, fundingStart: 40 };
  const unit = at(learnLeaving([panel], [window], 2000, 1), 0);
  /** Files expected to leave next month, by draw: of the 500 that are open. */
  const next = unit.rate.map((rate, d) => rate * 500 ** at(unit.follows, d)).sort();
  return { ...unit, next };
}

describe('the files that will leave otherwise than by investigation', () => {
  it('follow the backlog where they did, and do not where they did not', () => {
    const following = learned(leavers((open) => 0.03 * open));
    expect(mean(following.follows)).toBeGreaterThan(0.9);
    expect(mean(following.next) / 15).toBeGreaterThan(0.8);
    expect(mean(following.next) / 15).toBeLessThan(1.2);
    const steady = learned(leavers(() => 6));
    expect(mean(steady.follows)).toBeLessThan(0.1);
    expect(mean(steady.next) / 6).toBeGreaterThan(0.75);
    expect(mean(steady.next) / 6).toBeLessThan(1.25);
  });

  it('are known to where they lie: of 100 units, the 80 % interval holds the truth in 70 to 95', () => {
    const inside = Array.from({ length: 100 }, (_, k) => learned(leavers(() => 5, `unit ${k}`)).next).filter(
      (next) => quantileOfSorted(next, 0.1) <= 5 && quantileOfSorted(next, 0.9) >= 5,
    );
    expect(inside.length).toBeGreaterThanOrEqual(70);
    expect(inside.length).toBeLessThanOrEqual(95);
  });

  it('follow a rate that changed, where the mean of all months would not', () => {
    const { next } = learned(leavers((_, t) => (t < 48 ? 2 : 10)));
    expect(mean(next)).toBeGreaterThan(7.5);
  });

  it('are none where none ever left', () => {
    const { rate, step } = learned(leavers(() => 0));
    expect([...rate, ...step].every((value) => value === 0)).toBe(true);
  });
});
