import type { InvestigationId, NoteId, UnitId } from '#contract/ground/ids';
import { integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear, id, instant, text, version } from '../common/columns.ts';

/** What an officer wrote in a file. No note is ever changed: a correction is another one, which names the one that it corrects. */
export const note = sqliteTable(
  'note',
  {
    id: id<NoteId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    correctsId: clear<NoteId>('corrects_id'),
    at: instant('at').notNull(),
    userId: clear('user_id').notNull(),
  },
  (table) => [
    uniqueIndex('note_position').on(table.investigationId, table.position),
    uniqueIndex('note_corrects').on(table.correctsId),
  ],
);
