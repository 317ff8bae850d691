import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, instant, version } from '../common/columns.ts';

/** A measure that a unit does not keep, from a month on: nothing of it is zero, and nobody is asked to confirm it. */
export const measureNotKept = sqliteTable(
  'measure_not_kept',
  {
    unitId: clear<UnitId>('unit_id').notNull(),
    measure: clear<Measure>('measure').notNull(),
    fromMonth: clear<Month>('from_month').notNull(),
    version: version(),
    declaredAt: instant('declared_at').notNull(),
    declaredBy: clear('declared_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.measure] })],
);
