import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, version } from '../common/columns.ts';

/** Two files that concern each other: a row for each of them, so that each unit sees its own side. */
export const relatedFile = sqliteTable(
  'related_file',
  {
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    otherId: clear<InvestigationId>('other_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    version: version(),
    linkedOn: civilDate('linked_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.investigationId, table.otherId] }),
    index('related_file_other').on(table.otherId),
  ],
);
