import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, version } from '../common/columns.ts';

/** What an officer wrote in a file. No note is ever changed: a correction is another one, which names the one that it corrects. */
export const note = sqliteTable(
  'note',
  {
    id: id(),
    version: version(),
    investigationId: text('investigation_id').notNull(),
    unitId: text('unit_id').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    correctsId: text('corrects_id'),
    at: instant('at').notNull(),
    userId: text('user_id').notNull(),
  },
  (table) => [
    uniqueIndex('note_position').on(table.investigationId, table.position),
    uniqueIndex('note_corrects').on(table.correctsId),
  ],
);
