import { bindingKey, identityOf, seal } from '../../db/store/postgres/server/encryption/rows.ts';
import { openCell, type ColumnKeys, type ValuePlace } from '../../db/store/postgres/server/encryption/values.ts';
import type { StoredTable } from '../../db/store/postgres/server/tables.ts';

/** By the names of PostgreSQL's columns. */
export type Row = Readonly<Record<string, unknown>>;

function mapTexts(
  table: StoredTable,
  row: Row,
  change: (protection: 'sealed' | 'keyed', place: ValuePlace, text: string) => string,
): Row {
  const identity = identityOf(bindingKey(table.key).map((column) => row[column]));
  const changed = table.columns.flatMap((column) => {
    const value = row[column.name];
    if (column.protection === 'clear' || typeof value !== 'string') return [];
    const place = { table: table.name, column: column.name, row: identity };
    return [[column.name, change(column.protection, place, value)] as const];
  });
  return { ...row, ...Object.fromEntries(changed) };
}

/** The row as the server keeps it. */
export function protectRow(table: StoredTable, row: Row, keys: ColumnKeys): Row {
  return mapTexts(table, row, (protection, place, text) => seal(keys, protection, place, text));
}

/** The row as it was given to `protectRow`. */
export function revealRow(table: StoredTable, row: Row, keys: ColumnKeys): Row {
  return mapTexts(table, row, (_protection, place, text) => openCell(keys, text, place));
}
