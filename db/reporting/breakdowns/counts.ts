import { and, between, inArray, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { UnitId } from '#contract/ground/ids';
import type { CountedBreakdown, CountedCode } from '#contract/reporting/breakdowns';
import type { CivilDate } from '#contract/ground/dates';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** So many of one category, in one unit and quarter. */
export interface CategoryCount {
  readonly unitId: string;
  readonly code: CountedCode;
  readonly by: CountedBreakdown;
  /** Null where nobody recorded it. */
  readonly category: string | null;
  readonly count: number;
}

/** Units, and the first and last day of a period. */
export interface Span {
  readonly unitIds: readonly UnitId[];
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Reads the counts of one indicator by category. */
export type CategoryReader = (db: ReadDb, span: Span) => Promise<readonly CategoryCount[]>;

/** Rows of the units on the days of a period, of those that a further condition names. */
export function isIn({ unitIds, from, to }: Span, unit: SQLWrapper, on: SQLiteColumn, further?: SQL) {
  return and(inArray(unit.getSQL(), [...unitIds]), between(on, from, to), further);
}
