import type { Assumptions } from '../assumptions.ts';
import type { Random } from '../random.ts';
import type { FitData } from './data.ts';
import type { Waves } from './drift.ts';
import { noRidge, type Ridge } from './ridge.ts';
import { shiftAlong } from './shift.ts';
import { priors, type State } from './state.ts';
import type { Trial } from './hypers.ts';
import { proposeStep, type Tuning } from './tuning.ts';

/** A direction that the data of a few units leave open, and by how much the prior lets the parameters move along it. */
export type OpenDirection = {
  readonly direction: Ridge;
  readonly walk: keyof Tuning;
  readonly width: (state: State) => number;
};

/** The slowest waves of the months' walk: the others are narrow next to the chance of a single month. */
const slowWaves = 3;

/**
 * The counts of one unit say little of a single month, so that each month follows the walk and the walk follows the months: one after the
 * other they crawl. Here they move together, along a line and in slow waves. All productivities move by themselves, too: below the floor of
 * the capacity nothing answers to them.
 */
export function openDirections(
  { months }: FitData,
  state: State,
  { fixedDrift }: Assumptions,
  { basis, roughness }: Waves,
): readonly OpenDirection[] {
  const { length } = months;
  const none = noRidge(state);
  const still = { ...none, productivity: 0 };
  const line = Float64Array.from(months, (_, t) => t - (length - 1) / 2);
  const waves = Array.from(roughness.subarray(0, slowWaves), (rough, k): OpenDirection => {
    const wave = basis.subarray(k * length, (k + 1) * length);
    const direction = { ...still, logMonth: wave, walk: wave };
    return { direction, walk: 'waves', width: ({ walkDeviation }) => walkDeviation / Math.sqrt(rough) };
  });
  const drift: OpenDirection = {
    direction: { ...still, logMonth: line, walk: line, drift: 1 },
    walk: 'line',
    width: () => priors.driftDeviation,
  };
  return [{ direction: none, walk: 'productivity', width: () => 1 }, ...(fixedDrift === null ? [drift] : []), ...waves];
}

interface Chain {
  readonly open: readonly OpenDirection[];
  readonly data: FitData;
  readonly state: State;
  readonly assumptions: Assumptions;
  readonly trial: Trial;
  readonly tuning: Tuning;
  readonly random: Random;
}

/** A random walk along each of the directions, one after the other. */
export function shiftOpen({ open, data, state, assumptions, trial, tuning, random }: Chain): void {
  for (const { direction, walk, width } of open) {
    const own = tuning[walk];
    const by = width(state) * proposeStep(own, 0, random).by;
    shiftAlong(data, state, direction, assumptions, trial, own, { by, ratio: 0 }, random);
  }
}
