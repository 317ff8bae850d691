import type { Month } from '#contract/ground/dates';
import type { NotApplied, Plan, PlanLine } from '#contract/statistics/plans';

interface StillToCome {
  readonly plan: Plan;
  /** In or before the last known month: the data hold it, where it happened. */
  readonly passed: Pick<Plan, 'lines' | 'step' | 'agreementEnds'>;
}

/** What of a plan begins after the last known month: what has passed would be counted twice. */
export function stillToCome(plan: Plan, lastMonth: Month): StillToCome {
  const isPast = (month: Month): boolean => month <= lastMonth;
  const { lines, step, agreementEnds } = plan;
  const isStepPast = step !== null && isPast(step.from);
  const isEndPast = agreementEnds !== null && isPast(agreementEnds);
  return {
    plan: {
      ...plan,
      lines: lines.filter(({ from }) => !isPast(from)),
      ...(isStepPast && { step: null }),
      ...(isEndPast && { agreementEnds: null, renewed: true }),
    },
    passed: {
      lines: lines.filter(({ from }) => isPast(from)),
      step: isStepPast ? step : null,
      agreementEnds: isEndPast ? agreementEnds : null,
    },
  };
}

export interface AppliedPlan {
  readonly applied: Plan;
  readonly notApplied: NotApplied;
}

/**
 * The plan as it is projected, and what of it is not: what has passed, and staff of units without a plan.
 * @param planned units with a plan
 * @param codes of the units of its lines
 */
export function appliedPlan(
  asked: Plan,
  lastMonth: Month,
  planned: readonly { readonly unitId: string }[],
  codes: ReadonlyMap<string, string>,
): AppliedPlan {
  const { plan, passed } = stillToCome(asked, lastMonth);
  const isPlanned = (line: PlanLine): boolean => planned.some(({ unitId }) => unitId === line.unitId);
  const named = ({ unitId, from, fte }: PlanLine) => ({ code: codes.get(unitId) ?? '', from, fte });
  return {
    applied: { ...plan, lines: plan.lines.filter(isPlanned) },
    notApplied: {
      passed: { ...passed, lines: passed.lines.map(named) },
      unplanned: plan.lines.filter((line) => !isPlanned(line)).map(named),
    },
  };
}
