import { negativeBinomialLogPmf } from '../distributions.ts';
import { at, square } from '../numbers.ts';
import type { Random } from '../random.ts';
import { sampleGamma } from '../samplers.ts';
import { flag, real } from '../typed.ts';
import type { ClosingMonth } from './months.ts';
import type { StreamLaw } from './rates.ts';
import { drawCleanUp, drawShare } from './shareOut.ts';

/** One unit under way: arrays over its months, in files. Three series and three rates each, in the order of the streams. */
export type UnitState = {
  readonly left: Float64Array;
  readonly unusual: Uint8Array;
  readonly series: readonly [Float64Array, Float64Array, Float64Array];
  readonly totals: readonly [number, number, number];
  readonly rates: Float64Array;
  size: number;
  /** Of the present sweep: files that left and were no clean-up, and each month's luck. */
  readonly ordinary: Float64Array;
  readonly luck: Float64Array;
};

/** Size of the negative binomial of a month's files, on the log scale. */
const priorSize = { centre: Math.log(20), deviation: 1.5 };

/** A rate below this many files a month gives none in any unit; zero has no logarithm. */
export const smallestRate = 1e-9;

export function firstUnitState(months: readonly ClosingMonth[], law: StreamLaw): UnitState {
  const column = (read: (month: ClosingMonth) => number): Float64Array => Float64Array.from(months, read);
  const series = [column((m) => m.inflow), column((m) => m.work), column((m) => m.queue)] as const;
  const left = column((m) => m.left);
  const total = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0);
  const files = total(left) + law.shape;
  const totals = [total(series[0]), total(series[1]), total(series[2])] as const;
  return {
    left,
    unusual: Uint8Array.from(months, ({ isUnusual }) => Number(isUnusual)),
    series,
    totals,
    rates: Float64Array.from(totals, (exposure) => files / (3 * (exposure + law.shape / law.mean))),
    size: Math.exp(priorSize.centre),
    ordinary: Float64Array.from(left),
    luck: new Float64Array(left.length).fill(1),
  };
}

export function meanAt({ series, rates }: UnitState, t: number): number {
  return (
    real(rates, 0) * real(series[0], t) + real(rates, 1) * real(series[1], t) + real(rates, 2) * real(series[2], t)
  );
}

/** Draws what of each month is a clean-up, and its luck given the rest. */
function updateMonths(random: Random, unit: UnitState): void {
  const { left, unusual, ordinary, luck, size } = unit;
  const queue = unit.series[2];
  for (let t = 0; t < left.length; t += 1) {
    const mean = meanAt(unit, t);
    const cleaned = flag(unusual, t) === 1 ? drawCleanUp(random, real(left, t), mean, size, real(queue, t)) : 0;
    const files = real(left, t) - cleaned;
    ordinary[t] = files;
    luck[t] = sampleGamma(random, size + files, size + mean);
  }
}

/** Shares every month's files out over the streams, then draws the rates given the shares: conjugate gammas. */
function updateRates(random: Random, { series, rates, ordinary, luck }: UnitState, laws: readonly StreamLaw[]): void {
  const inflow = series[0];
  const work = series[1];
  const queue = series[2];
  const ofInflow = real(rates, 0);
  const ofWork = real(rates, 1);
  const ofQueue = real(rates, 2);
  let came = 0;
  let worked = 0;
  let queued = 0;
  let inflowExposure = 0;
  let workExposure = 0;
  let queueExposure = 0;
  for (let t = 0; t < ordinary.length; t += 1) {
    const own = real(luck, t);
    inflowExposure += own * real(inflow, t);
    workExposure += own * real(work, t);
    queueExposure += own * real(queue, t);
    const files = real(ordinary, t);
    if (files === 0) continue;
    const byInflow = ofInflow * real(inflow, t);
    const byWork = ofWork * real(work, t);
    const rest = byWork + ofQueue * real(queue, t);
    const first = drawShare(random, files, byInflow / (byInflow + rest));
    const second = byWork > 0 ? drawShare(random, files - first, byWork / rest) : 0;
    came += first;
    worked += second;
    queued += files - first - second;
  }
  drawRate(random, rates, 0, laws, came, inflowExposure);
  drawRate(random, rates, 1, laws, worked, workExposure);
  drawRate(random, rates, 2, laws, queued, queueExposure);
}

function drawRate(
  random: Random,
  rates: Float64Array,
  j: number,
  laws: readonly StreamLaw[],
  files: number,
  exposure: number,
): void {
  const { shape, mean } = at(laws, j);
  rates[j] = Math.max(smallestRate, sampleGamma(random, shape + files, shape / mean + exposure));
}

/** Metropolis step of the size, the months' luck integrated out: it is drawn again before it is used. */
function moveSize(random: Random, unit: UnitState): void {
  const other = unit.size * Math.exp(0.6 * random.normal());
  if (!(other > 0.2 && other < 5000)) return;
  const away = (size: number): number => square((Math.log(size) - priorSize.centre) / priorSize.deviation) / 2;
  let gain = away(unit.size) - away(other);
  for (let t = 0; t < unit.left.length; t += 1) {
    const mean = meanAt(unit, t);
    const files = real(unit.ordinary, t);
    gain += negativeBinomialLogPmf(files, mean, other) - negativeBinomialLogPmf(files, mean, unit.size);
  }
  if (Math.log(random.uniform()) < gain) unit.size = other;
}

/** Months' luck changes what is known of the rates little, and costs most: it is drawn in every second sweep, the size in every fourth. */
const sweepsOfLuck = 2;
const sweepsOfSize = 4;

/** One sweep of a unit. @param n how many came before */
export function sweepUnit(random: Random, unit: UnitState, laws: readonly StreamLaw[], n: number): void {
  if (n % sweepsOfSize === 0) moveSize(random, unit);
  if (n % sweepsOfLuck === 0) updateMonths(random, unit);
  updateRates(random, unit, laws);
}
