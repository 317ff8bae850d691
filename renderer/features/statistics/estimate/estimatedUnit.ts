import type { Estimate } from '#contract/statistics/estimate';
import type { UnitId } from '#contract/ground/ids';

export interface EstimatedUnit {
  readonly unitId: UnitId;
  readonly code: string;
  readonly estimate: Estimate;
}
