import { searchedColumns } from '../../../searchedColumns.ts';
import { sealEqual, sealText, wordTokens, type ColumnKeys, type ValuePlace } from './values.ts';

const searched: Readonly<Record<string, readonly string[]>> = searchedColumns;

/** The columns to which a row's values are bound: its key, unless that names another record, to which the row may be moved. */
export function bindingKey(key: readonly string[]): readonly string[] {
  return key.some((column) => column.endsWith('_id')) ? [] : key;
}

/** The row's key as a value is bound to it; `*` of a table without one, or where a part of it is not known. */
export function identityOf(key: readonly unknown[]): string {
  return key.length === 0 || key.some((part) => part === undefined || part === null) ? '*' : key.map(String).join(' ');
}

export function seal(keys: ColumnKeys, protection: 'sealed' | 'keyed', place: ValuePlace, text: string): string {
  if (protection === 'keyed') return sealEqual(keys, place, text);
  const isSearched = searched[place.table]?.includes(place.column) === true;
  return sealText(keys, place, text, isSearched ? wordTokens(keys, text) : undefined);
}
