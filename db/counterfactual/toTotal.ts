import type { CounterfactualResult } from '#contract/counterfactual';
import type { Month } from '#contract/dates';
import type { CounterfactualOutcome } from '../analysis/run.ts';

/** The joint total; its "now" is the last month for which any unit has an answer. */
export function toTotal(
  total: CounterfactualOutcome['total'] | null,
  unitsAsked: number,
): CounterfactualResult['total'] {
  const months = total?.months.filter((each) => each.fan !== null && each.backlog !== null) ?? [];
  const now = months.at(-1);
  if (!total || !now?.fan || !now.avoided || now.backlog === null) return null;
  return {
    unitsCovered: now.units,
    unitsAsked,
    months: total.months.map((each) => each.month as Month),
    covered: total.months.map((each) => each.units),
    backlog: total.months.map((each) => each.backlog),
    fan: total.months.map((each) => each.fan),
    backlogNow: now.backlog,
    counterfactualNow: now.fan,
    avoided: now.avoided,
    probabilityBelow: now.probabilityBelow ?? 0,
  };
}
