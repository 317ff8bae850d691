import { sql } from 'drizzle-orm';
import type { WriteTx } from '../../ground/kernel/database.ts';

/**
 * The links of the chain that hold values of these records: those that name one of them, or a fact that was once in one of the files,
 * though it has been removed since; and every search, whose words may name any of them. Reads the whole chain once.
 * @param ids of the files and of all that is in them
 */
export async function linksOf(tx: Pick<WriteTx, 'all' | 'across'>, ids: readonly string[]): Promise<number[]> {
  if (tx.across) return tx.across.linksOf(ids);
  const known = sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
  const named = sql`SELECT subject_id FROM audit_entry
    WHERE facts LIKE '%"file":%' AND json_extract(facts, '$.file') IN (${known})`;
  const rows = await tx.all<{ sequence: number }>(sql`SELECT DISTINCT audit_entry.sequence AS sequence FROM audit_entry
    JOIN audit_value ON audit_value.sequence = audit_entry.sequence
    WHERE subject_id IN (${known}) OR subject_id IN (${named}) OR method = 'search.everywhere'
      OR audit_entry.sequence IN (SELECT sequence FROM audit_file WHERE file_id IN (${known}))`);
  return rows.map(({ sequence }) => sequence);
}
