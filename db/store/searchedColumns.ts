import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { isFound } from '../ground/schema/common/columns.ts';
import { investigation } from '../ground/schema/unit/investigations.ts';
import { identifier, person } from '../ground/schema/unit/persons.ts';
import { referral } from '../ground/schema/unit/referrals.ts';
import type { SearchedKind } from './engineRecords.ts';

const tables = { referral, investigation, person, identifier };

const columnsOf = (table: keyof typeof tables, how: 'byWord' | 'byPart'): readonly string[] =>
  getTableConfig(tables[table]).columns.flatMap((column) => (isFound(column, how) ? [column.name] : []));

/** The words of a record by which it is found, by table: the same in the triggers of the folder's migrations. */
export const searchedColumns: Readonly<Record<SearchedKind, readonly string[]>> = {
  referral: columnsOf('referral', 'byWord'),
  investigation: columnsOf('investigation', 'byWord'),
  person: columnsOf('person', 'byWord'),
};

/** The words of a row, in SQL. */
export const wordsInSql = (kind: SearchedKind): string =>
  searchedColumns[kind].map((column) => `coalesce(${column}, '')`).join(` || ' ' || `);

/** The text of a row whose parts are found, in SQL; a line for each column. The same in the triggers too. */
export function partsInSql(table: Exclude<keyof typeof tables, 'person'>): string {
  return columnsOf(table, 'byPart')
    .map((column) => `coalesce(${table}.${column}, '')`)
    .join(' || char(10) || ');
}
