import type { TemplateId } from '#contract/ground/ids';
import { sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, json, text, version } from '../common/columns.ts';

/** Which cell of a funder's workbook takes what of a return. The workbook itself stays where it is: it may hold pictures. */
export const funderTemplate = sqliteTable(
  'funder_template',
  {
    id: id<TemplateId>(),
    version: version(),
    name: text('name').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    whenMissing: text('when_missing').notNull(),
    cells: json<unknown>('cells').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [uniqueIndex('funder_template_name').on(table.name)],
);
