import { and, eq, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Quarter } from '#contract/ground/dates';

/** The rows of a table that are of a quarter. */
export function isOfQuarter(
  table: { readonly fiscalYear: SQLiteColumn; readonly quarter: SQLiteColumn },
  { fiscalYear, quarter }: Quarter,
): SQL | undefined {
  return and(eq(table.fiscalYear, fiscalYear), eq(table.quarter, quarter));
}
