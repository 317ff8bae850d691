import type { EstimatedUnit, Estimation } from '../../db/estimator/estimate.ts';
import type { LikelyFewer, OwnChange } from '../../db/estimator/confounding.ts';
import type { Evidence } from '../../db/estimator/grades.ts';
import type { TotalEvidence } from '../../db/estimator/gradeTotal.ts';
import type { Summary } from '../../db/estimator/summary.ts';
import { capacity } from '../../db/entry/cli/analyse/capacity.ts';
import type { Table } from '../../db/entry/cli/analyse/method.ts';

/** What the tests read of the result of `vigie analyse capacity`. */
export type CapacityFound = Pick<Estimation, 'basis' | 'fit'> & {
  readonly units: readonly (Pick<EstimatedUnit, 'unitId' | 'productivity' | 'cautions'> & {
    readonly evidence: Evidence | null;
    readonly path: readonly { readonly month: string; readonly avoided: Summary }[];
  })[];
  readonly total: readonly { readonly month: string; readonly units: number; readonly avoided: Summary }[];
  readonly totalEvidence: TotalEvidence | null;
  readonly confounding: { readonly ownChange: OwnChange | null; readonly likelyFewer: LikelyFewer } | null;
  readonly eventStudies: object | null;
  readonly specification: object;
};

/** The method on a table, for a thread of its own. */
export function analyseCapacity(table: Table, specification: object): CapacityFound {
  return capacity.run(table, specification) as CapacityFound;
}
