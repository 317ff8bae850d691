import { protectionOf } from './columns.ts';
import type { StoredTable } from '../tables.ts';
import { openCell, sealEqual, sealText, type ColumnKeys, type ValuePlace } from './values.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The columns to which a row's values are bound: its key, unless that names another record, to which the row may be moved. */
export function bindingKey(key: readonly string[]): readonly string[] {
  return key.some((column) => column.endsWith('_id')) ? [] : key;
}

/** The row's key as a value is bound to it; `*` of a table without one, or where a part of it is not known. */
export function identityOf(key: readonly unknown[]): string {
  return key.length === 0 || key.some((part) => part === undefined || part === null) ? '*' : key.map(String).join(' ');
}

export function seal(keys: ColumnKeys, protection: 'sealed' | 'keyed', place: ValuePlace, text: string): string {
  return protection === 'sealed' ? sealText(keys, place, text) : sealEqual(keys, place, text);
}

function mapTexts(
  table: StoredTable,
  row: Row,
  change: (protection: 'sealed' | 'keyed', place: ValuePlace, text: string) => string,
): Row {
  const identity = identityOf(bindingKey(table.key).map((column) => row[column]));
  const changed = table.columns.flatMap((column) => {
    const value = row[column.name];
    const protection = protectionOf(table, column);
    if (protection === 'clear' || typeof value !== 'string') return [];
    return [
      [column.name, change(protection, { table: table.name, column: column.name, row: identity }, value)] as const,
    ];
  });
  return { ...row, ...Object.fromEntries(changed) };
}

/** The row as the server keeps it. Given are columns as PostgreSQL names them. */
export function protectRow(table: StoredTable, row: Row, keys: ColumnKeys): Row {
  return mapTexts(table, row, (protection, place, text) => seal(keys, protection, place, text));
}

/** The row as it was given to `protectRow`. */
export function revealRow(table: StoredTable, row: Row, keys: ColumnKeys): Row {
  return mapTexts(table, row, (_protection, place, text) => openCell(keys, text, place));
}
