import type { SearchedKind } from '../ground/kernel/database.ts';

/** The words of a record by which it is found, by table: the same in the triggers of the folder's migrations. */
export const searchedColumns: Readonly<Record<SearchedKind, readonly string[]>> = {
  referral: ['summary'],
  investigation: ['title', 'subject', 'waiting_on'],
  person: ['name'],
};
