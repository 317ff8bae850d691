import { blob, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear } from '../common/columns.ts';

/**
 * The book of files as it was last read, so that a sign-in need not read every file again: derived, and read again where it is gone.
 * The scope is that of the sessions that may see it: their units, sorted. `sequence` is the last link of the audit chain that it knows of.
 */
export const backlogBook = sqliteTable('backlog_book', {
  scope: clear('scope').primaryKey(),
  format: integer('format').notNull(),
  sequence: integer('sequence').notNull(),
});

/** One run of the book: its stays, and apart from them the ids of their files, which few questions ask for. */
export const backlogBlock = sqliteTable(
  'backlog_block',
  {
    scope: clear('scope').notNull(),
    kind: clear('kind').notNull(),
    after: clear('after').notNull(),
    last: clear('last'),
    stays: blob('stays', { mode: 'buffer' }).notNull(),
    ids: blob('ids', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.kind, table.after] })],
);
