import { passMonth, type File } from './files.ts';
import { triageShare } from './laws.ts';
import type { Unit } from './unit.ts';

/** Files of each month in one world. */
export type Book = {
  readonly opening: number;
  readonly outside: number[];
  readonly opened: number[];
  readonly investigated: number[];
  readonly administrative: number[];
  readonly backlog: number[];
};

/** One world of a unit: the files now open, and what happened so far. */
export type Side = { open: readonly File[]; readonly book: Book };

export const sideOf = (open: readonly File[]): Side => ({
  open,
  book: { opening: open.length, outside: [], opened: [], investigated: [], administrative: [], backlog: [] },
});

/** One month of one world. @param ramped funded FTE of this world; @param lookedAt files that its staff have time for */
export function advanceSide(
  side: Side,
  { habits, usualTriage, base, cleanUpIn, raisedIn, batches }: Unit,
  month: number,
  ramped: number,
  coming: readonly File[],
  lookedAt: number,
): void {
  const desk = {
    usual: usualTriage,
    isRaised: month >= raisedIn,
    staff: { base: base[month] ?? 0, funded: ramped },
    stock: side.open.length,
  };
  const passed = passMonth([...side.open, ...coming], {
    month,
    triageShare: triageShare(habits.law, desk),
    cleaned: month === cleanUpIn ? habits.law.cleaned : 0,
    isBatchSent: batches[month] ?? false,
    lookedAt,
  });
  const outside = coming.filter(({ from }) => from === 'outside').length;
  side.book.outside.push(outside);
  side.book.opened.push(coming.length - outside);
  side.book.investigated.push(passed.investigated);
  side.book.administrative.push(passed.administrative);
  side.book.backlog.push(passed.open.length);
  side.open = passed.open;
}
