import { addMonths, firstDayOf, lastDayOf, type CivilDate, type Month } from '#contract/ground/dates';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { isFilled, isOpen, type PositionDates } from '../../ground/kernel/positions.ts';
import { position } from '../../ground/schema/coordination/funding.ts';

/** Months up to the last one known that the share is of: as the overtime that a plan goes on with. */
const monthsCounted = 12;

interface FteDays {
  open: number;
  empty: number;
}

function daysUpTo(lastMonth: Month): readonly CivilDate[] {
  const first = firstDayOf(addMonths(lastMonth, 1 - monthsCounted));
  const count = daysBetween(first, lastDayOf(lastMonth)) + 1;
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function addDaysOf(total: FteDays, fte: number, dates: PositionDates, days: readonly CivilDate[]): void {
  for (const day of days) {
    if (!isOpen(dates, day)) continue;
    total.open += fte;
    if (!isFilled(dates, day)) total.empty += fte;
  }
}

/**
 * By unit, the share of the FTE-days of its Strategy-funded positions open in the last twelve months in which nobody was in them, as the
 * registers of positions have it. A unit of which no such position was open is not in it: its share is not known.
 */
export async function ownVacancies(db: ReadDb, lastMonth: Month): Promise<ReadonlyMap<string, number>> {
  // Dates and funding may be encrypted on a server, where they cannot be compared.
  const rows = await db.select().from(position);
  const days = daysUpTo(lastMonth);
  const totals = new Map<string, FteDays>();
  for (const { unitId, funding, fte, ...dates } of rows) {
    if (unitId === null || funding !== 'funded') continue;
    const total = totals.get(unitId) ?? { open: 0, empty: 0 };
    addDaysOf(total, fte, dates, days);
    totals.set(unitId, total);
  }
  return new Map([...totals].flatMap(([unitId, { open, empty }]) => (open === 0 ? [] : [[unitId, empty / open]])));
}
