import { primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, flag, id, version } from '../common/columns.ts';

export const agreement = sqliteTable(
  'agreement',
  {
    id: id(),
    version: version(),
    code: text('code').notNull(),
    recipientEn: text('recipient_en').notNull(),
    recipientFr: text('recipient_fr').notNull(),
    programmeEn: text('programme_en').notNull(),
    programmeFr: text('programme_fr').notNull(),
    signaturePlannedOn: civilDate('signature_planned_on'),
    signedOn: civilDate('signed_on'),
    startsOn: civilDate('starts_on').notNull(),
    endsOn: civilDate('ends_on').notNull(),
    languages: text('languages', { mode: 'json' }).$type<readonly string[]>().notNull(),
    asksBacklogAvoided: flag('asks_backlog_avoided').notNull(),
    /** Codes of the indicators that it demands; null: every one of the framework in force. */
    indicators: text('indicators', { mode: 'json' }).$type<readonly string[]>(),
  },
  (table) => [uniqueIndex('agreement_code').on(table.code)],
);

export const agreementUnit = sqliteTable(
  'agreement_unit',
  {
    agreementId: text('agreement_id').notNull(),
    unitId: text('unit_id').notNull(),
    version: version(),
    from: civilDate('from_date').notNull(),
    to: civilDate('to_date'),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.unitId] })],
);
