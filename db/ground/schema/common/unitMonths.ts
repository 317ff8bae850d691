import type { Measure, ValueSource, ValueStatus } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { PackId, UnitId } from '#contract/ground/ids';
import { index, primaryKey, real, sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, version } from './columns.ts';

/**
 * One value for each unit, measure and month: what is counted from rows changes in their transaction; what a unit declares (history before
 * Vigie, staffing) and what a pack brings are stored with their source.
 */
export const unitMonth = sqliteTable(
  'unit_month',
  {
    unitId: clear<UnitId>('unit_id').notNull(),
    measure: clear<Measure>('measure').notNull(),
    month: clear<Month>('month').notNull(),
    version: version(),
    value: real('value'),
    status: clear<ValueStatus>('status').notNull(),
    source: clear<ValueSource>('source').notNull(),
    packId: clear<PackId>('pack_id'),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.month, table.measure] }),
    // Holds all that a ledger or a series reads, in the order in which it is read.
    index('unit_month_series').on(table.unitId, table.month, table.measure, table.value, table.status),
  ],
);
