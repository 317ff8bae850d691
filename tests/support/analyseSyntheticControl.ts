import { syntheticControl } from '../../db/entry/cli/analyse/syntheticControl.ts';
import type { Table } from '../../db/entry/cli/analyse/method.ts';

/** The method on a table, for a thread of its own. */
export function analyseSyntheticControl(table: Table, specification: object): object {
  return syntheticControl.run(table, specification) as object;
}
