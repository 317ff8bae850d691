import { at } from '../numbers.ts';
import type { Random } from '../random.ts';
import { real } from '../typed.ts';
import type { StreamLaw } from './rates.ts';
import { logPriorOfMean } from './sharedLaws.ts';
import { meanAt, smallestRate, type UnitState } from './unitState.ts';

type Stream = 0 | 1 | 2;

/** Between which streams files are moved, in both directions. */
const pairs: readonly (readonly [Stream, Stream])[] = [
  [0, 1],
  [0, 2],
  [1, 2],
  [1, 0],
  [2, 0],
  [2, 1],
];

function drawPair(random: Random): readonly [Stream, Stream] {
  return at(pairs, Math.floor(random.uniform() * pairs.length));
}

/** By how much the likelihood gains, on the log scale, where two rates of a unit change, given its months' luck. */
function gainOf(unit: UnitState, from: Stream, less: number, to: Stream, more: number): number {
  const { series, rates, ordinary, luck } = unit;
  const [lessBy, moreBy] = [less - real(rates, from), more - real(rates, to)];
  const [own, other] = [series[from], series[to]];
  let gain = 0;
  for (let t = 0; t < ordinary.length; t += 1) {
    const change = lessBy * real(own, t) + moreBy * real(other, t);
    const files = real(ordinary, t);
    if (files > 0) gain += files * Math.log1p(change / meanAt(unit, t));
    gain -= real(luck, t) * change;
  }
  return gain;
}

/** By how much the law of a stream's rates favours another rate over the present one, on the log scale. */
function gainOfLaw({ shape, mean }: StreamLaw, from: number, to: number): number {
  return (shape - 1) * Math.log(to / from) - (shape / mean) * (to - from);
}

/** Share of a unit's files that a move takes from one stream to another. */
const movedShares = [0.02, 0.2] as const;

/**
 * Metropolis step of one unit along the ridge of two streams that move together: files go from one to the other, which sharing them out does
 * only a few at a time.
 */
export function moveBetween(random: Random, unit: UnitState, laws: readonly StreamLaw[]): void {
  const { totals, rates } = unit;
  const [from, to] = drawPair(random);
  if (totals[from] <= 0 || totals[to] <= 0) return;
  // The sum that the step is a share of is the same after it, so that the step back is as likely.
  const files = real(rates, from) * totals[from] + real(rates, to) * totals[to];
  const by = files * at(movedShares, Math.floor(random.uniform() * movedShares.length)) * random.normal();
  const [less, more] = [real(rates, from) - by / totals[from], real(rates, to) + by / totals[to]];
  if (less <= smallestRate || more <= smallestRate) return;
  const gain =
    gainOfLaw(at(laws, from), real(rates, from), less) +
    gainOfLaw(at(laws, to), real(rates, to), more) +
    gainOf(unit, from, less, to, more);
  if (Math.log(random.uniform()) >= gain) return;
  rates[from] = less;
  rates[to] = more;
}

const steps = [0.05, 0.4] as const;

/**
 * Metropolis step of all units at once: the mean of one stream and its rates are scaled, and another stream takes the files that this leaves.
 * The law of the scaled rates and the scaling's Jacobian cancel.
 */
export function moveAll(random: Random, units: readonly UnitState[], laws: StreamLaw[]): void {
  const [from, to] = drawPair(random);
  const factor = Math.exp(at(steps, Math.floor(random.uniform() * steps.length)) * random.normal());
  const law = at(laws, from);
  const scaled = { ...law, mean: law.mean * factor };
  let gain = logPriorOfMean(scaled) - logPriorOfMean(law);
  const moved: (readonly [number, number])[] = [];
  for (const unit of units) {
    const { rates, totals } = unit;
    const [own, other] = [real(rates, from), real(rates, to)];
    const less = own * factor;
    const more = totals[to] > 0 ? other + ((own - less) * totals[from]) / totals[to] : other;
    if (more <= smallestRate || less <= smallestRate) return;
    gain += gainOfLaw(at(laws, to), other, more) + gainOf(unit, from, less, to, more);
    moved.push([less, more]);
  }
  if (Math.log(random.uniform()) >= gain) return;
  laws[from] = scaled;
  units.forEach(({ rates }, i) => {
    [rates[from], rates[to]] = at(moved, i);
  });
}
