import { caseTables } from '../../scopeRules.ts';
import type { StoredTable } from './tables.ts';

/** Codes of closed lists by which figures are counted, whatever table has them: none of them is written by hand, and none tells one row. */
const codes = new Set([
  'unit_id',
  'source',
  'state',
  'risk_band',
  'open',
  'waiting',
  'origin',
  'role',
  'age_band',
  'gender',
  'stage',
  'disposition',
  'youth',
  'founded',
  'identifiable',
  'term',
  'band',
]);

/** By table and column. */
export function figureColumns(tables: readonly StoredTable[]): readonly (readonly [table: string, column: string])[] {
  return tables
    .filter(({ name }) => name in caseTables)
    .flatMap(({ name, columns }) =>
      columns.flatMap((column) => (codes.has(column.name) ? [[name, column.name] as const] : [])),
    );
}
