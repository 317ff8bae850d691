import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { civilDate, flag, version } from '../common/columns.ts';

/** Whether a unit keeps tallies of identity: off until someone states under which policy or authority. */
export const tallyPolicy = sqliteTable('tally_policy', {
  unitId: text('unit_id').primaryKey(),
  version: version(),
  enabled: flag('enabled').notNull(),
  authority: text('authority').notNull(),
  decidedOn: civilDate('decided_on').notNull(),
});

/** Victims of a quarter by one lens, as a count: no person stands behind a row. */
export const victimTally = sqliteTable(
  'victim_tally',
  {
    unitId: text('unit_id').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    quarter: integer('quarter').notNull(),
    lens: text('lens').notNull(),
    category: text('category').notNull(),
    /** How it was known: said by the person, seen by an officer, another record, or not known. */
    method: text('method').notNull(),
    version: version(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.fiscalYear, table.quarter, table.lens, table.category, table.method] }),
  ],
);
