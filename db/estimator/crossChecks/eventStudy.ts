import { logFactorial } from '../distributions.ts';
import { at, sum } from '../numbers.ts';
import type { UnitPanel } from '../panel.ts';
import { cohortSizes } from '../staggered/groupTime.ts';
import { fewestAssignments, studyOutcome, type OutcomeStudy } from '../staggered/outcomeStudy.ts';
import type { PermutationSettings } from '../staggered/permutation.ts';
import {
  firstMonthOf,
  logInflow,
  logProductivity,
  quarterly,
  quarterOf,
  type QuarterOutcome,
} from '../staggered/quarters.ts';
import { findWindow, type Window } from '../window.ts';

/** First and last event quarter studied; the funding starts in quarter 0. */
const studied = [-8, 12] as const;

const fewestFunded = 4;

/** `no_common_window`: no cohort has a quarter before and one after its funding in which controls are observed too. */
type EventStudyRefusal = 'no_controls' | 'funded_units_too_few' | 'assignments_too_few' | 'no_common_window';

/** Why a unit has no part: its window is refused, or it has no quarter before its funding. */
type LeftOut = { readonly unitId: string; readonly reason: 'window_refused' | 'no_quarter_before' };

export type EventStudies = { readonly leftOut: readonly LeftOut[] } & (
  | { readonly status: 'refused'; readonly reason: EventStudyRefusal }
  | {
      readonly status: 'estimated';
      /** Units never funded. */
      readonly controls: number;
      /** Funded units by the quarter in which their funding started, named by its first month, 'YYYY-MM'. */
      readonly cohorts: readonly { readonly quarter: string; readonly units: number }[];
      /** Files closed for each base FTE. Effects in logs: 0.1 is about 10 % above what the controls did. */
      readonly productivity: OutcomeStudy;
      /** Files that came in; in logs. */
      readonly inflow: OutcomeStudy;
      /** The productivity of funded units moved like that of the controls before the funding. */
      readonly flatPreTrend: boolean | null;
      /** The productivity of funded units rose over the controls' in the two quarters before: they may have been funded earlier than recorded. */
      readonly roseBefore: boolean | null;
      /** The inflow of funded units rose once they were funded: part of it is likely to have come because of the funding. */
      readonly inducedInflow: boolean | null;
    }
);

/** The cohort is the quarter in which the funding started; Infinity = never funded. */
type Placed = { readonly panel: UnitPanel; readonly window: Window; readonly cohort: number };

function place(panel: UnitPanel): Placed | LeftOut {
  const found = findWindow(panel);
  if (!('window' in found)) return { unitId: panel.unitId, reason: 'window_refused' };
  const { first, fundingStart } = found.window;
  const cohort = fundingStart === null ? Infinity : quarterOf(at(panel.months, fundingStart));
  if (cohort <= quarterOf(at(panel.months, first))) return { unitId: panel.unitId, reason: 'no_quarter_before' };
  return { panel, window: found.window, cohort };
}

function refusalOf(cohorts: readonly number[]): EventStudyRefusal | null {
  const sizes = [...cohortSizes(cohorts).values()];
  const funded = sum(sizes);
  const controls = cohorts.length - funded;
  if (controls === 0) return 'no_controls';
  if (funded < fewestFunded) return 'funded_units_too_few';
  const logAssignments = logFactorial(cohorts.length) - logFactorial(controls) - sum(sizes.map(logFactorial));
  return logAssignments < Math.log(fewestAssignments - 0.5) ? 'assignments_too_few' : null;
}

/** Every quarter from the first to the last that any unit's window touches. */
function quartersOf(placed: readonly Placed[]): readonly number[] {
  const first = Math.min(...placed.map(({ panel, window }) => quarterOf(at(panel.months, window.first))));
  const last = Math.max(...placed.map(({ panel, window }) => quarterOf(at(panel.months, window.last))));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * Event studies of productivity and inflow by fiscal quarter: Callaway-Sant'Anna against the never funded units, with the trend before the
 * funding and the mean after it judged by permuted start dates. A quarter without a reported month leaves the unit out of the comparisons that
 * need it, and of no other; that is sound where it is chance which quarters go unreported.
 * Source: Vigie method note, sections 3 and 4.
 * @throws RangeError as `createRandom` and `permuteEvents` do
 */
export function studyEvents(panels: readonly UnitPanel[], settings: PermutationSettings): EventStudies {
  const results = panels.map(place);
  const placed = results.filter((result) => 'cohort' in result);
  const leftOut = results.filter((result) => 'reason' in result);
  const cohorts = placed.map(({ cohort }) => cohort);
  const refusal = refusalOf(cohorts);
  if (refusal !== null) return { status: 'refused', reason: refusal, leftOut };
  const periods = quartersOf(placed);
  const study = (outcome: QuarterOutcome): OutcomeStudy => {
    const byUnit = placed.map(({ panel, window }) => quarterly(panel, window, periods, outcome));
    const outcomes = periods.map((_, t) => Float64Array.from(byUnit, (values) => at(values, t)));
    return studyOutcome({ periods, cohorts, outcomes }, studied, settings);
  };
  const productivity = study(logProductivity);
  const inflow = study(logInflow);
  if (productivity.after === null && inflow.after === null) {
    return { status: 'refused', reason: 'no_common_window', leftOut };
  }
  return {
    status: 'estimated',
    leftOut,
    controls: cohorts.filter((cohort) => cohort === Infinity).length,
    cohorts: [...cohortSizes(cohorts)].map(([cohort, units]) => ({ quarter: firstMonthOf(cohort), units })),
    productivity,
    inflow,
    flatPreTrend: productivity.preTrend?.flat ?? null,
    roseBefore: productivity.early?.risen ?? null,
    inducedInflow: inflow.after?.risen ?? null,
  };
}
