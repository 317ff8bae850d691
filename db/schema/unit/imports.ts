import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, version } from '../common/columns.ts';

export const fileImport = sqliteTable('file_import', {
  id: id(),
  version: version(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  newRows: integer('new_rows').notNull(),
  duplicateRows: integer('duplicate_rows').notNull(),
  conflictRows: integer('conflict_rows').notNull(),
  invalidRows: integer('invalid_rows').notNull(),
});

/** The mapping last used for a file with this header, offered the next time. */
export const importMapping = sqliteTable('import_mapping', {
  headerHash: text('header_hash').primaryKey(),
  version: version(),
  mapping: text('mapping', { mode: 'json' }).$type<unknown>().notNull(),
});
