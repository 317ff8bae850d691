import type { Locale } from '#contract/ground/codes';
import type { AgreementId, UnitId } from '#contract/ground/ids';
import { primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, flag, id, json, text, version } from '../common/columns.ts';

export const agreement = sqliteTable(
  'agreement',
  {
    id: id<AgreementId>(),
    version: version(),
    code: clear('code').notNull(),
    recipientEn: text('recipient_en').notNull(),
    recipientFr: text('recipient_fr').notNull(),
    programmeEn: text('programme_en').notNull(),
    programmeFr: text('programme_fr').notNull(),
    signaturePlannedOn: civilDate('signature_planned_on'),
    signedOn: civilDate('signed_on'),
    startsOn: civilDate('starts_on').notNull(),
    endsOn: civilDate('ends_on').notNull(),
    languages: json<readonly Locale[]>('languages', 'clear').notNull(),
    asksBacklogAvoided: flag('asks_backlog_avoided').notNull(),
    /** Codes of the indicators that it demands; null: every one of the framework in force. */
    indicators: json<readonly string[]>('indicators', 'sealed'),
  },
  (table) => [uniqueIndex('agreement_code').on(table.code)],
);

export const agreementUnit = sqliteTable(
  'agreement_unit',
  {
    agreementId: clear<AgreementId>('agreement_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    version: version(),
    from: civilDate('from_date').notNull(),
    to: civilDate('to_date'),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.unitId] })],
);
