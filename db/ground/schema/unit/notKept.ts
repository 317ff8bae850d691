import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, version } from '../common/columns.ts';

/** A measure that a unit does not keep, from a month on: nothing of it is zero, and nobody is asked to confirm it. */
export const measureNotKept = sqliteTable(
  'measure_not_kept',
  {
    unitId: text('unit_id').notNull(),
    measure: text('measure').notNull(),
    fromMonth: text('from_month').notNull(),
    version: version(),
    declaredAt: instant('declared_at').notNull(),
    declaredBy: text('declared_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.measure] })],
);
