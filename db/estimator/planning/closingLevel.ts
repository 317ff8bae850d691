import { closingMonths, type ClosingMonth } from '../closings/months.ts';
import { meanClosings, ratesOf, type ClosingRates, type UnitClosings } from '../closings/rates.ts';
import { negativeBinomialLogPmf } from '../distributions.ts';
import { at } from '../numbers.ts';
import type { UsableUnit } from '../prepare.ts';
import { createRandom } from '../random.ts';
import { sampleGamma } from '../samplers.ts';
import { drawIndex, weighLaws } from './levels.ts';

/** How much of what is known of the level is still known a month later. */
const memories = [0.98, 0.95, 0.9, 0.85] as const;

/** The widest monthly step of the log level: where few files leave, their number says nothing of how the level wanders. */
const widestStep = 0.1;

/** Where a unit's closings without investigation are today beside what they usually follow, as a factor. One element a draw. */
export type ClosingLevel = {
  readonly level: Float64Array;
  /** Deviation of a month's step of the log level. */
  readonly step: Float64Array;
};

/** Gamma law of the level after the last month. */
type LevelState = { readonly shape: number; readonly rate: number; readonly logLikelihood: number };

/**
 * What months say of the level, each forgotten a little as the next comes; a month's own luck takes from what it says.
 * Source: Harvey and Fernandes (1989), JBES 7, section 2, with variances matched where the size is finite.
 */
function followLevel(months: readonly ClosingMonth[], rates: ClosingRates, memory: number): LevelState {
  let [shape, rate, logLikelihood] = [1, 1, 0];
  for (const { left, inflow, work, queue } of months) {
    const usual = rates.inflow * inflow + rates.work * work + rates.queue * queue;
    shape *= memory;
    rate *= memory;
    const expected = (shape / rate) * usual;
    logLikelihood += negativeBinomialLogPmf(left, expected, 1 / (1 / shape + 1 / rates.size));
    const weight = 1 / (1 + expected / rates.size);
    shape += weight * left;
    rate += weight * usual;
  }
  return { shape, rate, logLikelihood };
}

/** The level of a unit whose plans begin at its last month: how fast it moves is drawn from what its months say. Clean-ups are no level. */
export function learnClosingLevel(
  { panel, window }: UsableUnit,
  closings: UnitClosings,
  draws: number,
  seed: number,
): ClosingLevel {
  const months = closingMonths(panel, window).filter(({ isUnusual }) => !isUnusual);
  const rates = ratesOf(meanClosings(closings), 0);
  const states = memories.map((memory) => followLevel(months, rates, memory));
  const shares = weighLaws(states, ({ logLikelihood }) => logLikelihood);
  const random = createRandom(seed, `planned closings ${panel.unitId}`);
  const found = { level: new Float64Array(draws), step: new Float64Array(draws) };
  for (let d = 0; d < draws; d += 1) {
    const k = drawIndex(random, shares);
    const { shape, rate } = at(states, k);
    found.level[d] = sampleGamma(random, shape, rate);
    found.step[d] = Math.min(widestStep, Math.sqrt((1 / at(memories, k) - 1) / shape));
  }
  return found;
}
