import { sql } from 'drizzle-orm';
import type { Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { Session } from '#contract/store/session';
import type { ReadDb } from '../../ground/kernel/database.ts';

interface TellsOfUnits {
  readonly quarter: Quarter;
  readonly units: readonly { readonly id: string }[];
}

/** Whether a file tells of units of the session's agreements alone; `db` is a reading connection. */
export async function seesUnits(
  db: Pick<ReadDb, 'all'>,
  session: Session,
  { quarter: of, units }: TellsOfUnits,
): Promise<boolean> {
  if (session.agreementIds === null) return true;
  const rows = await db.all<{ id: string }>(
    sql`select unit_id as id from temp.session_unit where last_month >= ${periodOf(of).lastMonth}`,
  );
  const seen = new Set(rows.map(({ id }) => id));
  return units.every(({ id }) => seen.has(id));
}
