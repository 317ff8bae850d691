import { index, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { version } from './columns.ts';

/**
 * One value for each unit, measure and month: what is counted from rows changes in their transaction; what a unit
 * declares (history before Vigie, staffing) and what a pack brings stand beside it with their source.
 */
export const unitMonth = sqliteTable(
  'unit_month',
  {
    unitId: text('unit_id').notNull(),
    measure: text('measure').notNull(),
    month: text('month').notNull(),
    version: version(),
    value: real('value'),
    status: text('status').notNull(),
    source: text('source').notNull(),
    packId: text('pack_id'),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.month, table.measure] }),
    // Holds all that a ledger or a series reads, in the order in which it is read.
    index('unit_month_series').on(table.unitId, table.month, table.measure, table.value, table.status),
  ],
);
