import { describe, expect, it } from 'vitest';
import { fitSyntheticControl, type Study } from '../../../db/estimator/syntheticControl/fit.ts';
import { leaveOneOut, placeboInterval } from '../../../db/estimator/syntheticControl/interval.ts';
import { fitPlacebos } from '../../../db/estimator/syntheticControl/placebo.ts';
import { createRandom } from '../../../db/estimator/random.ts';

const periodsBefore = 20;

/** Units that share two factors; nobody is treated. */
function study(seed: number, units: number): Study {
  const random = createRandom(seed, 'factors');
  const factors = Array.from({ length: 28 }, () => [random.normal(), random.normal()] as const);
  return {
    units: Array.from({ length: units }, (_, unit) => `u${String(unit)}`),
    periodsBefore,
    outcomes: Array.from({ length: units }, () => {
      const [one, other] = [random.uniform(), random.uniform()];
      return factors.map(([a, b]) => 10 + 2 * one * a + 2 * other * b + 0.5 * random.normal());
    }),
  };
}
const donorsOf = ({ units }: Study): number[] => units.map((_, unit) => unit).slice(1);
const outcomes = { on: 'outcomes' } as const;

describe('the interval of a synthetic control', () => {
  it('holds an effect of zero about as often as it says, where nobody was treated', () => {
    const worlds = 120;
    let held = 0;
    for (let seed = 1; seed <= worlds; seed += 1) {
      const one = study(seed, 21);
      const fit = fitSyntheticControl(one, outcomes, 0, donorsOf(one));
      const { low, high, level } = placeboInterval(fit, fitPlacebos(one, outcomes, donorsOf(one), [0]), true)!;
      expect(level).toBeCloseTo(20 / 21, 12);
      if (low <= 0 && high >= 0) held += 1;
    }
    expect(held / worlds).toBeGreaterThan(0.89);
  });

  it('has the level that its placebos allow, and none with fewer than four', () => {
    const placebos = [1, 2, 3, 4, 5].map((att) => ({ att, preMspe: 1 }));
    expect(placeboInterval({ att: 10, preMspe: 4 }, placebos, false)).toEqual({ level: 5 / 6, low: 0, high: 20 });
    expect(placeboInterval({ att: 10, preMspe: 4 }, placebos.slice(2), false)).toBeNull();
    expect(placeboInterval({ att: 10, preMspe: 0 }, placebos, false)).toBeNull();
  });
});

describe('without one donor', () => {
  it('the effect is that of the others’ mixture, for each donor that has a weight', () => {
    const one = study(3, 9);
    const fit = fitSyntheticControl(one, outcomes, 0, donorsOf(one));
    const found = leaveOneOut(one, outcomes, fit);
    expect(found.map(({ donor }) => donor)).toEqual(fit.donors.filter((_, j) => fit.weights[j]! > 0));
    const [first] = found;
    const others = fit.donors.filter((donor) => donor !== first!.donor);
    expect(first!.att).toBe(fitSyntheticControl(one, outcomes, 0, others).att);
    // The mixture was the best there is.
    for (const { preMspe } of found) expect(preMspe).toBeGreaterThanOrEqual(fit.preMspe);
  });
});

it('windows choose what is fitted and what is averaged', () => {
  const one = study(4, 9);
  const windowed = { ...one, fitted: [4, 15], effect: [22, 25] } as const;
  const cut = {
    ...one,
    periodsBefore: 12,
    outcomes: one.outcomes.map((path) => [...path.slice(4, 16), ...path.slice(22, 26)]),
  };
  const [found, wanted] = [windowed, cut].map((each) => fitSyntheticControl(each, outcomes, 0, donorsOf(one)));
  expect(found!.weights).toEqual(wanted!.weights);
  expect([found!.preMspe, found!.att]).toEqual([expect.closeTo(wanted!.preMspe, 12), expect.closeTo(wanted!.att, 12)]);
});
