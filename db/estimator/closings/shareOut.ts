import { negativeBinomialRatio } from '../distributions.ts';
import type { Random } from '../random.ts';
import { sampleBinomial, sampleGamma } from '../samplers.ts';
import { real } from '../typed.ts';
import type { ClosingMonth } from './months.ts';
import type { ClosingRates } from './rates.ts';

/** Clean-ups are expected in one month of a hundred, and take three tenths of the open files on average: exponential. */
const cleanUpChance = 0.01;
const cleanedShare = 0.3;

/** Index drawn with shares that are known up to a factor, on the log scale. */
function drawLogIndex(random: Random, logs: Float64Array): number {
  let highest = -Infinity;
  for (const value of logs) if (value > highest) highest = value;
  let total = 0;
  for (const value of logs) total += Math.exp(value - highest);
  let rest = random.uniform() * total;
  for (let k = 0; k < logs.length - 1; k += 1) {
    rest -= Math.exp(real(logs, k) - highest);
    if (rest <= 0) return k;
  }
  return logs.length - 1;
}

/** Made once: a clean-up is drawn in every sweep. */
let logsOf = new Float64Array(0);

/**
 * Of the files that left in an unusual month, those of a clean-up; 0 where it is taken for an ordinary month. A clean-up's files are geometric
 * (a Poisson number with an exponential mean), the month's others negative binomial.
 * @param mean expected files of an ordinary month
 */
export function drawCleanUp(random: Random, left: number, mean: number, size: number, queue: number): number {
  if (queue <= 0 || mean <= 0) return 0;
  const expected = cleanedShare * queue;
  const stays = Math.log(expected / (1 + expected));
  const begins = Math.log(cleanUpChance / (1 - cleanUpChance)) - Math.log1p(expected);
  // k ordinary files and a clean-up, for each k; last: all are ordinary, without one.
  if (logsOf.length < left + 2) logsOf = new Float64Array(2 * left + 2);
  const logs = logsOf.subarray(0, left + 2);
  let ordinary = 0;
  for (let k = 0; k <= left; k += 1) {
    logs[k] = begins + ordinary + (left - k) * stays;
    if (k < left) ordinary += Math.log(negativeBinomialRatio(k, mean, size));
  }
  logs[left + 1] = ordinary;
  const k = drawLogIndex(random, logs);
  return k > left ? 0 : left - k;
}

/** From so many files on one binomial draw costs less than one draw for each file. */
const fewFiles = 16;

/** Of the files those that fall to a share of the rates. */
export function drawShare(random: Random, files: number, share: number): number {
  if (files >= fewFiles) return sampleBinomial(random, files, Math.min(1, share));
  const below = share * 4_294_967_296;
  let found = 0;
  for (let n = 0; n < files; n += 1) if (random.uint32() < below) found += 1;
  return found;
}

/** One month's files by what they followed, and the chance of an open file to leave in it. */
export type SharedOut = { inflow: number; work: number; queue: number; chance: number };

/** Shares the files of a month out over what they may have followed, given the rates. @param into is written over */
export function shareOut(random: Random, month: ClosingMonth, rates: ClosingRates, into: SharedOut): void {
  const { left, queue } = month;
  const inflow = rates.inflow * month.inflow;
  const work = rates.work * month.work;
  const ofQueue = rates.queue * queue;
  const mean = inflow + work + ofQueue;
  const hasLuck = rates.size < Infinity;
  const cleaned = month.isUnusual && hasLuck ? drawCleanUp(random, left, mean, rates.size, queue) : 0;
  into.inflow = mean > 0 ? drawShare(random, left - cleaned, inflow / mean) : 0;
  into.work = work > 0 ? drawShare(random, left - cleaned - into.inflow, work / (work + ofQueue)) : 0;
  into.queue = left - into.inflow - into.work;
  into.chance = rates.queue;
  if (hasLuck) into.chance *= sampleGamma(random, rates.size + left - cleaned, rates.size + mean);
  if (cleaned > 0) into.chance += sampleGamma(random, 1 + cleaned, 1 / cleanedShare + queue);
}
