import { addMonths, firstDayOf, lastDayOf, type Month } from '#contract/ground/dates';
import { dayNumber } from '../backlog/files/days.ts';
import { openBook } from '../backlog/files/book.ts';
import { eachStay } from '../backlog/files/packedStays.ts';
import type { ReadContext } from '../../store/types.ts';

const monthsCounted = 12;
const daysInMonth = 365.25 / 12;

/**
 * Mean time from receipt to leaving the backlog, in months, of the files that left in the last 12 months, by unit. Known only where the files
 * themselves are: a coordination workspace holds none and the map is empty.
 */
export async function meanStays(lastMonth: Month, context: ReadContext): Promise<ReadonlyMap<string, number>> {
  if (context.session.workspace.kind !== 'unit') return new Map();
  const from = dayNumber(firstDayOf(addMonths(lastMonth, 1 - monthsCounted)));
  const to = dayNumber(lastDayOf(lastMonth));
  const book = await openBook(context.counted, context);
  const days = book.units.map(() => 0);
  const files = book.units.map(() => 0);
  eachStay(book.blocks, ({ unit, received, ended, ending }) => {
    if (ending !== 'left' || ended < from || ended > to) return;
    days[unit] = (days[unit] ?? 0) + Math.max(1, ended - received);
    files[unit] = (files[unit] ?? 0) + 1;
  });
  return new Map(
    book.units.flatMap((unitId, unit) => {
      const count = files[unit] ?? 0;
      return count === 0 ? [] : [[unitId, (days[unit] ?? 0) / count / daysInMonth] as const];
    }),
  );
}
