import { drawCounts } from '../interrupted/counterfactual.ts';
import { segmentedDesign } from '../interrupted/design.ts';
import { fitQuasiPoisson, type Design } from '../interrupted/quasiPoisson.ts';
import { residualAutocorrelations } from '../interrupted/serial.ts';
import { at } from '../numbers.ts';
import { outflowAt, type UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import type { Window } from '../window.ts';
import { controlIndex } from './controlIndex.ts';
import { avoidedByOutflow, type RecursionOptions } from './recursion.ts';
import type { CrossCheck, CrossCheckRefusal } from './types.ts';

type InterruptedMethod = 'its' | 'its_control';

export type InterruptedCheck = {
  readonly check: CrossCheck;
  /** Of the fit to the months before the funding; null where there is none. */
  readonly diagnostics: {
    /** Months before the funding that were fitted. */
    readonly monthsBefore: number;
    /** Reported months after it that were projected: the others left the gap as it was. */
    readonly monthsAfter: number;
    /** Variance of a month's outflow over its mean. */
    readonly dispersion: number;
    /** Of the Pearson residuals at 1 to 12 months; null where no pair of months is known. */
    readonly autocorrelation: readonly (number | null)[];
  } | null;
};

/** Months of the window, from its first to its last. */
type Series = {
  /** Months before the funding. */
  readonly before: number;
  readonly outflow: readonly (number | null)[];
  readonly fteBase: readonly (number | null)[];
  /** Outflow of the month in log counts at a rate of 1 a base FTE, moved by the controls; null where a part is not known or 0. */
  readonly offset: readonly (number | null)[];
  readonly design: Design;
};

const fewestMonths: Readonly<Record<InterruptedMethod, number>> = { its: 24, its_control: 12 };
const lags = 12;

function designOf(method: InterruptedMethod, months: readonly string[]): Design {
  const trend = method === 'its' ? months.map((_, t) => t / 12) : null;
  const position = months.map((month) => Number(month.slice(5, 7)));
  const season = { position, period: 12, harmonics: 2 };
  return segmentedDesign(months.length, { trend, step: null, slopeChange: null, season }).design;
}

function seriesOf(
  method: InterruptedMethod,
  panel: UnitPanel,
  { first, last }: Window,
  start: number,
  controls: readonly UnitPanel[],
): Series {
  const months = panel.months.slice(first, last + 1);
  const fteBase = panel.fteBase.slice(first, last + 1);
  const index = method === 'its_control' ? controlIndex(controls, months) : months.map(() => 1);
  return {
    before: start - first,
    outflow: months.map((_, t) => outflowAt(panel, first + t)),
    fteBase,
    offset: months.map((_, t) => {
      const rate = (at(fteBase, t) ?? 0) * (at(index, t) ?? 0);
      return rate > 0 ? Math.log(rate) : null;
    }),
    design: designOf(method, months),
  };
}

/** Whether the fit says anything of a funded month: there is a control, or nobody to do the work without the funding. */
function isProjected({ offset, fteBase }: Series, t: number): boolean {
  return at(offset, t) !== null || at(fteBase, t) === 0;
}

function findRefusal(method: InterruptedMethod, series: Series, usable: readonly number[]): CrossCheckRefusal | null {
  const { before, outflow, fteBase } = series;
  const fewest = fewestMonths[method];
  const reported = outflow.flatMap((value, t) => (value === null ? [] : [t]));
  const reportedBefore = reported.filter((t) => t < before);
  const reportedAfter = reported.filter((t) => t >= before);
  if (reportedBefore.length < fewest) return 'months_before_too_few';
  if (reportedAfter.length === 0) return 'no_reported_month_after';
  if (reportedBefore.filter((t) => (at(fteBase, t) ?? 0) > 0).length < fewest) return 'base_staff_unknown';
  if (reportedAfter.some((t) => at(fteBase, t) === null)) return 'base_staff_unknown';
  return usable.length < fewest || !reportedAfter.some((t) => isProjected(series, t)) ? 'no_controls' : null;
}

function checkBy(
  method: InterruptedMethod,
  panel: UnitPanel,
  window: Window,
  controls: readonly UnitPanel[],
  options: RecursionOptions,
): InterruptedCheck {
  const refuse = (reason: CrossCheckRefusal): InterruptedCheck => ({
    check: { unitId: panel.unitId, method, status: 'refused', reason },
    diagnostics: null,
  });
  const { fundingStart, first } = window;
  if (fundingStart === null) return refuse('not_funded');
  const series = seriesOf(method, panel, window, fundingStart, controls);
  const { before, outflow, fteBase, offset, design } = series;
  const usable = outflow.flatMap((value, t) => (t < before && value !== null && at(offset, t) !== null ? [t] : []));
  const refusal = findRefusal(method, series, usable);
  if (refusal !== null) return refuse(refusal);
  const logRates = offset.map((value) => value ?? 0);
  const counts = usable.map((t) => at(outflow, t) ?? 0);
  const fit = fitQuasiPoisson(
    counts,
    usable.map((t) => at(design, t)),
    usable.map((t) => at(logRates, t)),
  );
  if (fit.status === 'failed') return refuse('did_not_converge');
  const random = createRandom(options.seed, `${method} ${panel.unitId}`);
  const { count: draw } = drawCounts(fit, design, logRates, random, options.draws);
  const outflowWithout = (t: number, d: number): number => {
    const month = t - first;
    // What the fit tells nothing of leaves the gap as it was, as a month does that is not reported.
    if (!isProjected(series, month)) return at(outflow, month) ?? 0;
    return at(fteBase, month) === 0 ? 0 : draw(month, d);
  };
  return {
    check: avoidedByOutflow(panel, window, method, options, outflowWithout),
    diagnostics: {
      monthsBefore: usable.length,
      monthsAfter: outflow.filter((value, t) => t >= before && value !== null && isProjected(series, t)).length,
      dispersion: fit.dispersion,
      autocorrelation: residualAutocorrelations(fit, counts, usable, lags),
    },
  };
}

/**
 * Interrupted time series of a unit's outflow for a base FTE, fitted to the months before the funding and projected over the funded ones:
 * with a trend of its own, and with the controls' index in its place. Both with season; both run through the recursion of the backlog.
 * Source: Vigie method note, section 3 (b1).
 * @param window of `findWindow`; @param controls never-funded units, whose months are found by name
 * @returns a month in which no control is reported leaves the fit, and the gap as it was
 */
export function checkInterrupted(
  panel: UnitPanel,
  window: Window,
  controls: readonly UnitPanel[],
  options: RecursionOptions,
): { readonly its: InterruptedCheck; readonly itsControl: InterruptedCheck } {
  return {
    its: checkBy('its', panel, window, controls, options),
    itsControl: checkBy('its_control', panel, window, controls, options),
  };
}
