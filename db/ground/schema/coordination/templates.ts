import type { TemplateId } from '#contract/ground/ids';
import { sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear, id, instant, json, keyed, sealed, text, version } from '../common/columns.ts';

/** Which cell of a funder's workbook takes what of a return. The workbook itself stays where it is: it may hold pictures. */
export const funderTemplate = sqliteTable(
  'funder_template',
  {
    id: id<TemplateId>(),
    version: version(),
    name: keyed('name').notNull(),
    fileName: text('file_name').notNull(),
    sha256: clear('sha256').notNull(),
    whenMissing: sealed('when_missing').notNull(),
    cells: json<unknown>('cells').notNull(),
    savedBy: clear('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [uniqueIndex('funder_template_name').on(table.name)],
);
