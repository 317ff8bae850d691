import type { CounterfactualResult } from '#contract/counterfactual';
import type { Month } from '#contract/dates';
import type { CombinedMonth } from '../analysis/combineUnits.ts';

/** The joint total; its "now" is the last month for which any unit has an answer. */
export function toTotal(combined: readonly CombinedMonth[], unitsAsked: number): CounterfactualResult['total'] {
  const now = combined.findLast((each) => each.fan !== null && each.backlog !== null);
  if (!now?.fan || !now.avoided || now.backlog === null) return null;
  return {
    unitsCovered: now.units,
    unitsAsked,
    months: combined.map((each) => each.month as Month),
    covered: combined.map((each) => each.units),
    backlog: combined.map((each) => each.backlog),
    fan: combined.map((each) => each.fan),
    backlogNow: now.backlog,
    counterfactualNow: now.fan,
    avoided: now.avoided,
    probabilityBelow: now.probabilityBelow ?? 0,
  };
}
