import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { civilDate, id, instant, version } from '../common/columns.ts';

/** Something to be done in a file, by whom and by when. */
export const task = sqliteTable(
  'task',
  {
    id: id(),
    version: version(),
    investigationId: text('investigation_id').notNull(),
    unitId: text('unit_id').notNull(),
    what: text('what').notNull(),
    /** Null: whoever leads the file. */
    owner: text('owner_user_id'),
    addedOn: civilDate('added_on').notNull(),
    dueOn: civilDate('due_on'),
    doneOn: civilDate('done_on'),
    enteredAt: instant('entered_at').notNull(),
    enteredBy: text('entered_by').notNull(),
  },
  (table) => [
    index('task_file').on(table.investigationId),
    index('task_due').on(table.doneOn, table.dueOn),
    index('task_owner').on(table.owner, table.doneOn),
  ],
);
