import { caseTables } from '../../scopeRules.ts';
import type { StoredTable } from './tables.ts';

/** Columns of closed lists of codes by which figures are counted, in any table: no text written by hand, and nothing that identifies a row. */
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
