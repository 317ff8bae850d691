import type { FitSummary } from '../../db/analysis/posterior.ts';
import type { Summary } from '../../db/analysis/summary.ts';
import { capacity } from '../../db/cli/analyse/capacity.ts';
import type { Table } from '../../db/cli/analyse/method.ts';

type Found = {
  readonly fit: FitSummary;
  readonly total: readonly { readonly month: string; readonly units: number; readonly avoided: Summary }[];
};

/** `vigie analyse capacity` on a table, with a specification that leaves everything out. */
export function analyseCapacity(table: Table): Found {
  return capacity.run(table, {}) as Found;
}
