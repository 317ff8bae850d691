import type { UnitId } from '#contract/ground/ids';
import { primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, flag, id, text, version } from './columns.ts';

export const unit = sqliteTable(
  'unit',
  {
    id: id<UnitId>(),
    version: version(),
    code: text('code').notNull(),
    nameEn: text('name_en').notNull(),
    nameFr: text('name_fr').notNull(),
    service: text('service').notNull(),
    active: flag('active').notNull().default(true),
  },
  (table) => [uniqueIndex('unit_code').on(table.code)],
);

export const countingRule = sqliteTable(
  'counting_rule',
  {
    unitId: text<UnitId>('unit_id').notNull(),
    validFrom: civilDate('valid_from').notNull(),
    version: version(),
    backlogDefinition: text('backlog_definition').notNull(),
    statementEn: text('statement_en').notNull(),
    statementFr: text('statement_fr').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.validFrom] })],
);
