import type { SearchedKind } from '../ground/kernel/database.ts';

/** The words of a record by which it is found, by table: the same in the triggers of the folder's migrations. */
export const searchedColumns: Readonly<Record<SearchedKind, readonly string[]>> = {
  referral: ['summary'],
  investigation: ['title', 'subject', 'waiting_on'],
  person: ['name'],
};

/** What is found by its parts, by table: the same in the triggers of the folder's migrations. */
const numbered = { referral: ['number', 'external_number', 'external_key'], investigation: ['number'] } as const;
const partColumns = { ...numbered, identifier: ['value', 'identifier_key'] } as const;

/** The text of a row whose parts are found, in SQL; a line for each column. */
export function partsInSql(table: keyof typeof partColumns): string {
  return partColumns[table].map((column) => `coalesce(${table}.${column}, '')`).join(' || char(10) || ');
}
