import type { Month } from '#contract/ground/dates';
import type { Plan, Projection } from '#contract/statistics/plans';

/** What the parts of the form of a plan share. */
export interface PlanFormProps {
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
  readonly units: Projection['units'];
  readonly notPlanned: Projection['notPlanned'];
  readonly months: readonly Month[];
  readonly growthObserved: number | null;
}
