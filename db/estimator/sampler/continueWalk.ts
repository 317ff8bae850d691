import type { Random } from '../random.ts';
import { real, whole } from '../typed.ts';
import { at } from '../numbers.ts';
import type { FitData } from './data.ts';
import { priors, type State } from './state.ts';

/** Value of a walk at its first month and at its last. */
export type Ends = readonly [number, number];

/** Months that follow each other away from one whose walk is known. */
export type Side = {
  readonly known: number;
  /** By how much the walk is expected to change from each month to the next of the list. */
  readonly drift: number;
  /** Their places, the one next to the known month first. */
  readonly months: readonly number[];
};

/** Months of a side from their prior. */
export function startWalk(data: FitData, state: State, { known, drift, months }: Side, random: Random): void {
  let position = known;
  for (const t of months) {
    position += drift + state.walkDeviation * random.normal();
    state.walk[t] = position;
    state.logMonth[t] = position + real(state.season, whole(data.calendar, t)) + priors.monthNoise * random.normal();
  }
}

/** The walk of a side given its months' effects: by the Kalman filter outwards and a draw inwards. */
export function continueWalk(data: FitData, state: State, { known, drift, months }: Side, random: Random): void {
  const step = state.walkDeviation ** 2;
  const noise = priors.monthNoise ** 2;
  const means: number[] = [];
  const variances: number[] = [];
  let [mean, variance] = [known, 0];
  for (const t of months) {
    const own = real(state.logMonth, t) - real(state.season, whole(data.calendar, t));
    const gain = (variance + step) / (variance + step + noise);
    mean += drift + gain * (own - drift - mean);
    variance = gain * noise;
    means.push(mean);
    variances.push(variance);
  }
  let next = 0;
  for (let n = months.length - 1; n >= 0; n -= 1) {
    const isLast = n === months.length - 1;
    const spread = at(variances, n);
    const share = isLast || spread === 0 ? 0 : spread / (spread + step);
    next = at(means, n) + share * (next - drift - at(means, n)) + Math.sqrt(spread * (1 - share)) * random.normal();
    state.walk[at(months, n)] = next;
  }
}
