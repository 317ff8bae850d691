import { and, between, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Survival } from '#contract/statistics/survival';
import { sum } from '../../ground/analysis/numbers.ts';
import { firstTimeUnder, kaplanMeier } from '../../ground/analysis/survival/kaplanMeier.ts';
import { lifeTable, pooledTable, type LifeTable, type Observation } from '../../ground/analysis/survival/lifeTable.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { charge } from '../../ground/schema/unit/investigations.ts';
import { dayNumber } from './files/days.ts';

interface Asked {
  readonly unitIds: readonly UnitId[];
  readonly from: CivilDate;
  readonly on: CivilDate;
}

interface Laid {
  readonly unitId: UnitId;
  readonly laidOn: CivilDate;
  readonly disposedOn: CivilDate | null;
  readonly counts: number;
}

/** Each count of a charge, as it was on a day. */
function* followed(charges: readonly Laid[], on: CivilDate): Iterable<Observation> {
  for (const { laidOn, disposedOn, counts } of charges) {
    const event = disposedOn !== null && disposedOn <= on;
    const time = dayNumber(event ? disposedOn : on) - dayNumber(laidOn);
    for (let index = 0; index < counts; index += 1) yield { time, event };
  }
}

function rowOf(unitId: UnitId | null, table: LifeTable): Survival['charged'][number] {
  const [disposed, open] = [sum(table.events), sum(table.censored)];
  const curve = kaplanMeier(table);
  return {
    unitId,
    counts: disposed + open,
    disposed,
    open,
    quarter: firstTimeUnder(curve, 0.75),
    median: firstTimeUnder(curve, 0.5),
    threeQuarters: firstTimeUnder(curve, 0.25),
  };
}

/** Of the counts laid between two days, the time to their outcome as it stood on the second: all units, where there are several, and each. */
export async function readCharged(db: ReadDb, { unitIds, from, on }: Asked): Promise<Survival['charged']> {
  const { unitId, laidOn, disposedOn, counts } = charge;
  const charges = await db
    .select({ unitId, laidOn, disposedOn, counts })
    .from(charge)
    .where(and(isAmong(unitId, unitIds), between(laidOn, from, on), eq(charge.stage, 'laid')));
  if (charges.length === 0) return [];
  const tables = unitIds.map((id) => {
    const own = charges.filter((each) => each.unitId === id);
    return { id, table: lifeTable(followed(own, on)) };
  });
  const all = tables.length > 1 ? [rowOf(null, pooledTable(tables.map(({ table }) => table)))] : [];
  return [...all, ...tables.map(({ id, table }) => rowOf(id, table))];
}
