import { sum } from '../../estimator/numbers.ts';
import type { UnitId } from '#contract/ground/ids';
import { ageBand, type AgeBand, type Ageing } from '#contract/statistics/backlog';
import { lastDayOf, monthOf, type CivilDate } from '#contract/ground/dates';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { readPanel } from '../../ledger/unitMonths/panel.ts';
import { openBook, type BookContext, type FileBook } from './files/book.ts';
import { eachStay, type BookedStay } from './files/packedStays.ts';
import { dayNumber, dayOf } from './files/days.ts';
import { readRuleChanges } from './ruleChanges.ts';
import { runStock, stockMeasures } from './stock.ts';

const lastAgeOf = [30, 90, 180, 365] as const;

export function bandOf(age: number): AgeBand {
  const index = lastAgeOf.findIndex((last) => age <= last);
  return ageBand.options[index] ?? 'over_365';
}

/** Whether a stay is one of these units' that lasts through a day. */
export function standsOn(
  book: FileBook,
  unitIds: readonly string[],
  day: number,
): (stay: Readonly<BookedStay>) => boolean {
  const isChosen = book.units.map((id) => unitIds.includes(id));
  return ({ unit, entered, ended }) => entered <= day && day < ended && isChosen[unit] === true;
}

/** How many files are of each age in days; ages are counted from receipt, also after a reopening or a return. */
export function agesOn(book: FileBook, unitIds: readonly string[], day: number): readonly number[] {
  const isThere = standsOn(book, unitIds, day);
  const counts: number[] = [];
  eachStay(book.blocks, (stay) => {
    if (!isThere(stay)) return;
    const age = day - stay.received;
    while (counts.length <= age) counts.push(0);
    counts[age] = (counts[age] ?? 0) + 1;
  });
  return counts;
}

/** The least age that at least this share of the files does not pass; null of no file. */
function percentile(counts: readonly number[], share: number): number | null {
  const needed = share * sum(counts);
  if (needed === 0) return null;
  let reached = 0;
  return counts.findIndex((count) => (reached += count) >= needed);
}

/** The bands, percentiles and number of the files in the backlog at the end of a day. */
export async function readAgeing(
  db: ReadDb,
  unitIds: readonly UnitId[],
  on: CivilDate,
  context: BookContext,
): Promise<Ageing> {
  const book = await openBook(db, context);
  const day = dayNumber(on);
  const counts = agesOn(book, unitIds, day);
  const bands = Object.fromEntries(ageBand.options.map((band) => [band, 0])) as Record<AgeBand, number>;
  for (const [age, count] of counts.entries()) bands[bandOf(age)] += count;
  const oldest = monthOf(dayOf(day - Math.max(0, counts.length - 1)));
  const changes = await readRuleChanges(db, unitIds);
  return {
    on,
    files: sum(counts),
    bands,
    median: percentile(counts, 0.5),
    p75: percentile(counts, 0.75),
    p90: percentile(counts, 0.9),
    declared: await declaredStock(db, book, unitIds, on),
    ruleChanges: changes.filter(({ month }) => month > oldest && month <= monthOf(on)),
  };
}

/** What the ledger has at the end of the day's month beyond the files that are kept here. */
export async function declaredStock(
  db: ReadDb,
  book: FileBook,
  unitIds: readonly UnitId[],
  on: CivilDate,
): Promise<number> {
  const month = monthOf(on);
  const panel = await readPanel(db, unitIds, { to: month, measures: stockMeasures });
  const stock = unitIds.reduce(
    (total, id) => total + (runStock(panel.of(id), month, 'nothing_happened').at(-1)?.closing ?? 0),
    0,
  );
  return Math.max(0, stock - sum(agesOn(book, unitIds, dayNumber(lastDayOf(month)))));
}
