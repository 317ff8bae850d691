import { negativeBinomialLogPmf } from '../distributions.ts';
import { at } from '../numbers.ts';
import type { UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import { sampleGamma } from '../samplers.ts';
import type { Window } from '../window.ts';
import { drawIndex, weighLaws } from './levels.ts';

/** How much of what is known of the rate is still known a month later. */
const memories = [0.98, 0.95, 0.9, 0.85] as const;

/** Size of the negative binomial of a month's number, given the rate. */
const sizes = [10, 1000] as const;

/** The widest monthly step of the log rate: where few files leave, their number says nothing of how the rate wanders. */
const widestStep = 0.1;

/** Whether the number follows the backlog, in proportion to it, or not at all. */
type Law = { readonly memory: number; readonly follows: boolean; readonly size: number };

/** Gamma law of the rate after the last month: what is expected to leave is the rate, times the backlog where it follows that. */
type RateState = { readonly shape: number; readonly rate: number; readonly logLikelihood: number };

/** Files that will leave otherwise than by investigation. One element a draw. */
export type UnitLeaving = {
  /** Files a month, or for each open file where `follows` is 1; 0 where none ever left so. */
  readonly rate: Float64Array;
  readonly follows: Uint8Array;
  /** Deviation of a month's step of the log rate. */
  readonly step: Float64Array;
  /** Size of the negative binomial of a month's number. */
  readonly size: Float64Array;
};

type Month = { readonly open: number; readonly left: number };

function monthsOf(panel: UnitPanel, window: Window): Month[] {
  const months: Month[] = [];
  for (let t = window.first + 1; t <= window.last; t += 1) {
    const open = at(panel.backlog, t - 1);
    const left = at(panel.outflowAdministrative, t);
    if (open !== null && left !== null) months.push({ open, left });
  }
  return months;
}

/**
 * What months say of the rate, each forgotten a little as the next comes; a month's own luck takes from what it says.
 * Source: Harvey and Fernandes (1989), JBES 7, section 2, with variances matched where the size is finite.
 */
function followRate(months: readonly Month[], { memory, follows, size }: Law): RateState {
  const exposures = months.map(({ open }) => (follows ? Math.max(1, open) : 1));
  const total = months.reduce((sum, { left }) => sum + left, 0);
  const exposed = exposures.reduce((sum, each) => sum + each, 0);
  if (total === 0) return { shape: 0, rate: 1, logLikelihood: 0 };
  let shape = 0.5;
  let rate = (shape * exposed) / total;
  let logLikelihood = 0;
  months.forEach(({ left }, k) => {
    const exposure = at(exposures, k);
    shape *= memory;
    rate *= memory;
    const expected = (shape / rate) * exposure;
    logLikelihood += negativeBinomialLogPmf(left, expected, 1 / (1 / shape + 1 / size));
    const weight = 1 / (1 + expected / size);
    shape += weight * left;
    rate += weight * exposure;
  });
  return { shape, rate, logLikelihood };
}

/**
 * What is known of the files that will leave otherwise than by investigation: the rate, how fast it changes and whether it follows the backlog
 * are drawn from what the unit's months say. Staff does not enter: no plan changes it.
 * @param windows of the panels, in order
 */
export function learnLeaving(
  panels: readonly UnitPanel[],
  windows: readonly Window[],
  draws: number,
  seed: number,
): readonly UnitLeaving[] {
  const laws: readonly Law[] = [false, true].flatMap((follows) =>
    memories.flatMap((memory) => sizes.map((size) => ({ memory, follows, size }))),
  );
  return panels.map((panel, i) => {
    const months = monthsOf(panel, at(windows, i));
    const states = laws.map((law) => followRate(months, law));
    const shares = weighLaws(states, ({ logLikelihood }) => logLikelihood);
    const random = createRandom(seed, `planned leaving ${panel.unitId}`);
    const unit = {
      rate: new Float64Array(draws),
      follows: new Uint8Array(draws),
      step: new Float64Array(draws),
      size: new Float64Array(draws),
    };
    for (let d = 0; d < draws; d += 1) {
      const k = drawIndex(random, shares);
      const { memory, follows, size } = at(laws, k);
      const { shape, rate } = at(states, k);
      unit.follows[d] = Number(follows);
      unit.size[d] = size;
      if (shape === 0) continue;
      unit.rate[d] = sampleGamma(random, shape, rate);
      unit.step[d] = Math.min(widestStep, Math.sqrt((1 / memory - 1) / shape));
    }
    return unit;
  });
}
