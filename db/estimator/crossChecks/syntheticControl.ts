import { at, mean } from '../numbers.ts';
import type { UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import { fitSyntheticControl, type Matching, type Study, type SyntheticControl } from '../syntheticControl/fit.ts';
import { fitPlacebos, rankAmongPlacebos } from '../syntheticControl/placebo.ts';
import { studyProductivity } from './productivityStudy.ts';
import { worstKkt } from '../syntheticControl/simplex.ts';
import type { Window } from '../window.ts';
import { avoidedByOutflow, type RecursionOptions } from './recursion.ts';
import type { CrossCheck, CrossCheckRefusal } from './types.ts';

export type SyntheticControlCheck = {
  readonly check: CrossCheck;
  /** The gap between the unit's productivity and its synthetic one, ranked among those of units not funded; null where refused. */
  readonly placebo: {
    readonly donors: number;
    /** Root mean squared gap before, as a share of the unit's mean productivity before. */
    readonly errorBefore: number;
    /** Root mean squared gap after over before, the latter not below the median of all units. */
    readonly ratio: number;
    /** Among the unit and its donors; 1 = highest. */
    readonly rank: number;
    /** rank / (donors + 1). */
    readonly p: number;
  } | null;
};

const worstErrorBefore = 0.2;
const onOutcomes: Matching = { on: 'outcomes' };

function syntheticOf({ outcomes }: Study, { unit, gap }: SyntheticControl): number[] {
  return gap.map((value, t) => at(at(outcomes, unit), t) - value);
}

/** Actual over synthetic outcome of each placebo, period by period; without those whose synthetic outcome is 0 in some period. */
function errorPaths(study: Study, placebos: readonly SyntheticControl[]): number[][] {
  const paths = placebos.map((placebo) => {
    const synthetic = syntheticOf(study, placebo);
    return at(study.outcomes, placebo.unit).map((actual, t) => actual / at(synthetic, t));
  });
  return paths.filter((path) => path.every(Number.isFinite));
}

/**
 * Synthetic control of a unit's quarterly productivity, run through the recursion of the backlog.
 *
 * The productivity that the unit would have had is the weighted mean of the donors', weighted to follow the unit before its funding (V = I). How wrong
 * such a mean may be is learned from the donors, who had no funding: each is fitted from the others over the same quarters, and the ratios of its actual
 * to its synthetic productivity in the quarters after are one path of errors. A draw multiplies the unit's synthetic productivity by the whole path of
 * one donor, taken at random, so that an error that lasts in a donor lasts in the draw. All donors count, also those that the others cannot follow well
 * before: leaving them out made the intervals too narrow on simulated units.
 * Source: Vigie method note, section 3 (c1).
 * @param window of `findWindow`
 * @param others units, funded or not: those that were not funded inside the window are the donors (see `studyProductivity`)
 */
export function checkSyntheticControl(
  panel: UnitPanel,
  window: Window,
  others: readonly UnitPanel[],
  options: RecursionOptions,
): SyntheticControlCheck {
  const { unitId } = panel;
  const refuse = (reason: CrossCheckRefusal): SyntheticControlCheck => ({
    check: { unitId, method: 'synthetic_control', status: 'refused', reason },
    placebo: null,
  });
  if (window.fundingStart === null) return refuse('not_funded');
  const found = studyProductivity(panel, window, window.fundingStart, others);
  if ('refusal' in found) return refuse(found.refusal);
  const { study, periodOfMonth } = found;
  const donors = study.units.map((_, index) => index).slice(1);
  const fit = fitSyntheticControl(study, onOutcomes, 0, donors);
  const errorBefore = Math.sqrt(fit.preMspe) / mean(at(study.outcomes, 0).slice(0, study.periodsBefore));
  if (!(errorBefore <= worstErrorBefore)) return refuse('poor_fit_before');
  // The funded unit is not a control of its own controls: its funding would enter their errors.
  const placebos = fitPlacebos(study, onOutcomes, donors, []);
  if ([fit, ...placebos].some(({ kkt }) => kkt < worstKkt)) return refuse('did_not_converge');
  const paths = errorPaths(study, placebos);
  if (paths.length === 0) return refuse('no_controls');
  const random = createRandom(options.seed, `synthetic control ${unitId}`);
  const pathOfDraw = Array.from({ length: options.draws }, () =>
    at(paths, Math.floor(random.uniform() * paths.length)),
  );
  const synthetic = syntheticOf(study, fit);
  const outflowWithout = (t: number, d: number): number => {
    const period = periodOfMonth.get(t);
    // A quarter without a value of its own has no base staff in its reported months.
    if (period === undefined) return 0;
    return at(synthetic, period) * at(at(pathOfDraw, d), period) * (at(panel.fteBase, t) ?? 0);
  };
  const { ratio, rank, p } = rankAmongPlacebos(fit, placebos, true);
  return {
    check: avoidedByOutflow(panel, window, 'synthetic_control', options, outflowWithout),
    placebo: { donors: donors.length, errorBefore, ratio, rank, p },
  };
}
