import { at } from '../numbers.ts';
import type { UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import { real } from '../typed.ts';
import type { Window } from '../window.ts';
import { closingMonths } from './months.ts';
import type { Closings, SharedClosings, StreamLaw, UnitClosings } from './rates.ts';
import { firstLaw, moveLaws, toShared } from './sharedLaws.ts';
import { moveAll, moveBetween } from './moves.ts';
import { firstUnitState, sweepUnit, type UnitState } from './unitState.ts';

/** Draws of the rates that are kept, sweeps for each, and half as many sweeps before them as draws. */
const usualDraws = 600;
const thin = 2;

export type ClosingsOptions = {
  readonly seed: number;
  /** What a reference says that units share; null: it is learned with the rates. */
  readonly shared?: readonly SharedClosings[] | null;
  readonly draws?: number | undefined;
};

function sweep(
  random: ReturnType<typeof createRandom>,
  units: readonly UnitState[],
  laws: StreamLaw[],
  n: number,
): void {
  for (const unit of units) {
    sweepUnit(random, unit, laws, n);
    moveBetween(random, unit, laws);
  }
}

const columns = (draws: number): UnitClosings => ({
  inflow: new Float64Array(draws),
  work: new Float64Array(draws),
  queue: new Float64Array(draws),
  size: new Float64Array(draws),
});

/**
 * What files that leave without investigation follow, learned from the months of all units: L_t ~ NegBin(a I_t + b W_t + c S_(t-1)), clean-ups
 * apart, with rates a, b, c of each unit from gamma laws that the units share. Gibbs sampling by sharing each month's files out over the three
 * streams; months with a term that is not recorded are left out. The same units and seed give the same draws.
 * Source: closings note, the component.
 */
export function learnClosings(
  usable: readonly { readonly panel: UnitPanel; readonly window: Window }[],
  { seed, shared = null, draws = usualDraws }: ClosingsOptions,
): Closings {
  const random = createRandom(seed, 'closings');
  const laws = [firstLaw, firstLaw, firstLaw];
  const units = usable.map(({ panel, window }) => firstUnitState(closingMonths(panel, window), firstLaw));
  const rates = units.map((unit) => unit.rates);
  const found = units.map(() => columns(draws));
  const kept: SharedClosings[] = [];
  let n = 0;
  const step = (d: number): void => {
    const known = shared && at(shared, d % shared.length);
    if (known === null) {
      moveLaws(random, laws, rates);
      moveAll(random, units, laws);
    } else [known.inflow, known.work, known.queue].forEach((law, j) => (laws[j] = law));
    sweep(random, units, laws, n);
    n += 1;
  };
  for (let before = 0; before < draws / 2; before += 1) step(before);
  for (let d = 0; d < draws; d += 1) {
    for (let again = 0; again < thin; again += 1) step(d);
    kept.push(toShared(laws));
    found.forEach((unit, i) => {
      const { size, rates: own } = at(units, i);
      unit.inflow[d] = real(own, 0);
      unit.work[d] = real(own, 1);
      unit.queue[d] = real(own, 2);
      unit.size[d] = size;
    });
  }
  return { units: found, shared: kept };
}
