import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';

const files = import.meta.glob<Readonly<Record<string, unknown>>>('../../ground/schema/{common,unit}/*.ts', {
  eager: true,
});

/** These name a file and follow it: what is computed from it, its own history, and who saw it. */
const followers: readonly string[] = [
  'ledger_entry',
  'search_entry',
  'referral_event',
  'investigation_event',
  'audit_file',
];

export interface Reference {
  readonly table: string;
  readonly column: string;
}

/**
 * Every table whose rows belong to a file, from the objects that the store is made of: a table that comes later blocks an undo too, without
 * a list that someone must remember.
 */
export function referencesTo(
  wanted: readonly ('referral_id' | 'investigation_id' | 'file_id')[],
): readonly Reference[] {
  return Object.values(files)
    .flatMap((exported) => Object.values(exported).filter((each) => is(each, SQLiteTable)))
    .map((table) => getTableConfig(table))
    .filter(({ name }) => !followers.includes(name))
    .flatMap(({ name, columns }) =>
      columns
        .filter((column) => wanted.some((each) => each === column.name))
        .map((column) => ({ table: name, column: column.name })),
    )
    .sort((a, b) => (a.table + a.column < b.table + b.column ? -1 : 1));
}
