import type { UnitId } from '#contract/ground/ids';
import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, fiscalQuarter, flag, text, version } from '../common/columns.ts';

/** Whether a unit keeps tallies of identity: off until someone states under which policy or authority. */
export const tallyPolicy = sqliteTable('tally_policy', {
  unitId: clear<UnitId>('unit_id').primaryKey(),
  version: version(),
  enabled: flag('enabled').notNull(),
  authority: text('authority').notNull(),
  decidedOn: civilDate('decided_on').notNull(),
});

/** Victims of a quarter by one lens, as a count: a row names no person. */
export const victimTally = sqliteTable(
  'victim_tally',
  {
    unitId: clear<UnitId>('unit_id').notNull(),
    ...fiscalQuarter(),
    lens: clear('lens').notNull(),
    category: clear('category').notNull(),
    /** How it was known: said by the person, seen by an officer, another record, or not known. */
    method: clear('method').notNull(),
    version: version(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.fiscalYear, table.quarter, table.lens, table.category, table.method] }),
  ],
);
