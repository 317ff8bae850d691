import type { UnitId } from '#contract/ground/ids';
import { primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, flag, id, plain, text, version } from './columns.ts';

export const unit = sqliteTable(
  'unit',
  {
    id: id<UnitId>(),
    version: version(),
    code: clear('code').notNull(),
    nameEn: plain('name_en').notNull(),
    nameFr: plain('name_fr').notNull(),
    service: plain('service').notNull(),
    active: flag('active').notNull().default(true),
  },
  (table) => [uniqueIndex('unit_code').on(table.code)],
);

export const countingRule = sqliteTable(
  'counting_rule',
  {
    unitId: clear<UnitId>('unit_id').notNull(),
    validFrom: civilDate('valid_from').notNull(),
    version: version(),
    backlogDefinition: clear('backlog_definition').notNull(),
    statementEn: text('statement_en').notNull(),
    statementFr: text('statement_fr').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.validFrom] })],
);
