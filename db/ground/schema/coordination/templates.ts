import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, version } from '../common/columns.ts';

/** Which cell of a funder's workbook takes what of a return. The workbook itself stays where it is: it may hold pictures. */
export const funderTemplate = sqliteTable(
  'funder_template',
  {
    id: id(),
    version: version(),
    name: text('name').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    whenMissing: text('when_missing').notNull(),
    cells: text('cells', { mode: 'json' }).$type<unknown>().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [uniqueIndex('funder_template_name').on(table.name)],
);
