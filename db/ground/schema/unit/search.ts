import type { UnitId } from '#contract/ground/ids';
import { integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear } from '../common/columns.ts';

/**
 * What can be searched: one row for each file, in the order in which they were entered. Its words are in the full-text index `search_text` under
 * the same number; triggers of the migration keep both, whatever writes a file.
 */
export const searchEntry = sqliteTable(
  'search_entry',
  {
    number: integer('number').primaryKey(),
    kind: clear('kind').notNull(),
    fileId: clear('file_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
  },
  (table) => [uniqueIndex('search_entry_file').on(table.kind, table.fileId)],
);
