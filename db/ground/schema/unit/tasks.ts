import type { InvestigationId, TaskId, UnitId, UserId } from '#contract/ground/ids';
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, id, text, version } from '../common/columns.ts';

/** Something to be done in a file, by whom and by when. */
export const task = sqliteTable(
  'task',
  {
    id: id<TaskId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    what: text('what').notNull(),
    /** Null: the file's lead. */
    owner: clear<UserId>('owner_user_id'),
    addedOn: civilDate('added_on').notNull(),
    dueOn: civilDate('due_on'),
    doneOn: civilDate('done_on'),
    ...entered(),
  },
  (table) => [
    index('task_file').on(table.investigationId),
    index('task_due').on(table.doneOn, table.dueOn),
    index('task_owner').on(table.owner, table.doneOn),
  ],
);
