import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, id, version } from '../common/columns.ts';

/** A named operation of a unit. */
export const operation = sqliteTable(
  'operation',
  {
    id: id(),
    version: version(),
    unitId: text('unit_id').notNull(),
    name: text('name').notNull(),
    beganOn: civilDate('began_on').notNull(),
    endedOn: civilDate('ended_on'),
  },
  (table) => [uniqueIndex('operation_name').on(table.unitId, table.name)],
);

export const operationFile = sqliteTable(
  'operation_file',
  {
    operationId: text('operation_id').notNull(),
    investigationId: text('investigation_id').notNull(),
    unitId: text('unit_id').notNull(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.investigationId] }),
    index('operation_file_file').on(table.investigationId),
  ],
);
