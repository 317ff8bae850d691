import { sql } from 'drizzle-orm';
import type { ReadDb } from '../../ground/kernel/database.ts';

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
 * Every table whose rows belong to a file, found in the store itself: a table that comes later stands in the way of an
 * undo too, without a list that someone must remember.
 */
export async function referencesTo(
  db: Pick<ReadDb, 'all'>,
  columns: readonly ('referral_id' | 'investigation_id' | 'file_id')[],
): Promise<readonly Reference[]> {
  const names = sql.join(
    columns.map((each) => sql`${each}`),
    sql`, `,
  );
  const found = await Promise.resolve(
    db.all<Reference>(sql`
      SELECT held.name AS "table", col.name AS "column"
      FROM main.sqlite_master AS held JOIN pragma_table_info(held.name) AS col
      WHERE held.type = 'table' AND held.name NOT LIKE 'search_text%' AND col.name IN (${names})
      ORDER BY held.name, col.name`),
  );
  return found.filter(({ table }) => !followers.includes(table));
}
