import type { Estimate } from '#contract/counterfactual';
import type { UnitId } from '#contract/ids';

export interface EstimatedUnit {
  readonly unitId: UnitId;
  readonly code: string;
  readonly estimate: Estimate;
}
