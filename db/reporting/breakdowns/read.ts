import type { UnitId } from '#contract/ground/ids';
import type { CountedCode } from '#contract/reporting/breakdowns';
import type { Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { chargedByAge } from './charged.ts';
import type { CategoryCount, CategoryReader } from './counts.ts';
import { concluded, opened, received } from './files.ts';
import { arrested, authorized, charged, ended, victims } from './records.ts';

/** Reader of the categories of each indicator's rows. */
const readers: Readonly<Record<CountedCode, CategoryReader>> = {
  R1: received,
  I1: opened,
  I2: concluded,
  C1: charged,
  C2: chargedByAge,
  C3: arrested,
  J1: ended,
  V1: victims('V1'),
  V2: victims('V2'),
  A1: authorized,
};

/** A quarter's categories from the rows of the units. `db` must show the files of all of them, sealed ones included. */
export async function readCategories(
  db: ReadDb,
  unitIds: readonly UnitId[],
  quarter: Quarter,
): Promise<readonly CategoryCount[]> {
  const { firstDay, lastDay } = periodOf(quarter);
  const span = { unitIds, from: firstDay, to: lastDay };
  const counts: CategoryCount[] = [];
  for (const read of Object.values(readers)) counts.push(...(await read(db, span)));
  return counts;
}
