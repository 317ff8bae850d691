import type { Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { Session } from '#contract/store/session';
import { recordsOf } from '../../store/engineRecords.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

interface TellsOfUnits {
  readonly quarter: Quarter;
  readonly units: readonly { readonly id: string }[];
}

/** Whether a file covers units of the session's agreements alone; `db` is a reading connection. */
export async function seesUnits(db: ReadDb, session: Session, { quarter: of, units }: TellsOfUnits): Promise<boolean> {
  if (session.agreementIds === null) return true;
  const seen = await recordsOf(db).unitsUntil(periodOf(of).lastMonth);
  return units.every(({ id }) => seen.has(id));
}
