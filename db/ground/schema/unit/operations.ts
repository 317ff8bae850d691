import type { InvestigationId, OperationId, UnitId } from '#contract/ground/ids';
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, keyed, version } from '../common/columns.ts';

/** A named operation of a unit. */
export const operation = sqliteTable(
  'operation',
  {
    id: id<OperationId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    name: keyed('name').notNull(),
    beganOn: civilDate('began_on').notNull(),
    endedOn: civilDate('ended_on'),
  },
  (table) => [uniqueIndex('operation_name').on(table.unitId, table.name)],
);

export const operationFile = sqliteTable(
  'operation_file',
  {
    operationId: clear<OperationId>('operation_id').notNull(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.investigationId] }),
    index('operation_file_file').on(table.investigationId),
  ],
);
