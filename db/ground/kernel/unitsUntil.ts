import { sql } from 'drizzle-orm';
import type { ReadDb } from './database.ts';

/** The units that one of the session's agreements still funds in a month. */
export async function unitsUntil(reading: Pick<ReadDb, 'all' | 'sealed'>, month: string): Promise<ReadonlySet<string>> {
  const rows = await reading.all<{ id: string }>(
    reading.sealed
      ? sql`SELECT key AS id FROM jsonb_each_text(vigie.last_months()) WHERE value >= ${month}`
      : sql`SELECT unit_id AS id FROM temp.session_unit WHERE last_month >= ${month}`,
  );
  return new Set(rows.map(({ id }) => id));
}
