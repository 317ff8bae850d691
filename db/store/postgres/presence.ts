import type { UserId } from '#contract/ground/ids';
import { sql } from 'drizzle-orm';
import type { WriteTx } from '../../ground/kernel/database.ts';

/**
 * Writes which file a desk has open and reads who else has it. Others hear of it once, when it is opened or left.
 * @param notice for the other desks
 */
export async function bePresent(tx: WriteTx, desk: string, file: string | null, notice: string): Promise<UserId[]> {
  const notify = sql`pg_catalog.pg_notify('vigie', ${notice})`;
  if (file === null) {
    await tx.all(sql`WITH gone AS (DELETE FROM vigie.presence WHERE desk = ${desk} OR user_id = vigie.person()
      AND at < now() - interval '1 day' RETURNING desk) SELECT ${notify} FROM gone LIMIT 1`);
    return [];
  }
  // The notice is sent only because its row, which has no id, is read with the others.
  const rows = await tx.all<{ id: UserId | '' | null }>(sql`WITH before AS (
      SELECT 1 FROM vigie.presence WHERE desk = ${desk} AND file_id = ${file} AND at > now() - interval '30 seconds'),
    here AS (INSERT INTO vigie.presence VALUES (${desk}, vigie.person(), ${file}, now())
      ON CONFLICT (desk) DO UPDATE SET file_id = excluded.file_id, at = excluded.at RETURNING desk),
    notified AS (SELECT ${notify} AS sent FROM here WHERE NOT EXISTS (SELECT 1 FROM before))
    SELECT DISTINCT user_id AS id FROM vigie.presence
    WHERE file_id = ${file} AND user_id <> vigie.person() AND at > now() - interval '30 seconds'
    UNION ALL SELECT max(sent::text) FROM notified ORDER BY 1`);
  return rows.flatMap(({ id }) => id || []);
}
