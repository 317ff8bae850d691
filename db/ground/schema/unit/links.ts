import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { civilDate, version } from '../common/columns.ts';

/** Two files that concern each other: a row for each of them, so that each unit sees its own side. */
export const relatedFile = sqliteTable(
  'related_file',
  {
    investigationId: text('investigation_id').notNull(),
    otherId: text('other_id').notNull(),
    unitId: text('unit_id').notNull(),
    version: version(),
    linkedOn: civilDate('linked_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.investigationId, table.otherId] }),
    index('related_file_other').on(table.otherId),
  ],
);
