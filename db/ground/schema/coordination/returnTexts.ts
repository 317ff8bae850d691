import type { AgreementId } from '#contract/ground/ids';
import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, fiscalQuarter, instant, sealed, text, version } from '../common/columns.ts';

/** The agreement and the quarter that a text is written for. */
const ofReturn = () => ({
  agreementId: clear<AgreementId>('agreement_id').notNull(),
  ...fiscalQuarter(),
});
const saved = () => ({
  version: version(),
  savedBy: clear('saved_by').notNull(),
  savedAt: instant('saved_at').notNull(),
});
const bothLanguages = () => ({ textEn: text('text_en').notNull(), textFr: text('text_fr').notNull() });

/** `unit_code` is '' for the agreement's total: a null would be different from every other null in the key. */
export const explanation = sqliteTable(
  'explanation',
  {
    ...ofReturn(),
    code: clear('code').notNull(),
    unitCode: clear('unit_code').notNull(),
    ...bothLanguages(),
    ...saved(),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.fiscalYear, table.quarter, table.code, table.unitCode] }),
  ],
);

export const narrative = sqliteTable(
  'narrative',
  { ...ofReturn(), section: clear('section').notNull(), ...bothLanguages(), ...saved() },
  (table) => [primaryKey({ columns: [table.agreementId, table.fiscalYear, table.quarter, table.section] })],
);

export const returnActuals = sqliteTable(
  'return_actuals',
  { ...ofReturn(), status: clear('status').notNull(), ...saved() },
  (table) => [primaryKey({ columns: [table.agreementId, table.fiscalYear, table.quarter] })],
);

/** Of one version of a return: who attested the first has not seen the second. */
export const attestation = sqliteTable(
  'attestation',
  {
    ...ofReturn(),
    sequence: integer('sequence').notNull(),
    role: clear('role').notNull(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    on: civilDate('attested_on').notNull(),
    ...saved(),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.fiscalYear, table.quarter, table.sequence, table.role] }),
  ],
);

/** Why a restatement changes a cell; the lock copies it into the version. `unit_code` and `month` are '' where there is none. */
export const restatementReason = sqliteTable(
  'restatement_reason',
  {
    ...ofReturn(),
    sequence: integer('sequence').notNull(),
    what: clear('what').notNull(),
    unitCode: clear('unit_code').notNull(),
    code: clear('code').notNull(),
    month: clear('month').notNull(),
    /** What the cell became when the reason was given, as canonical JSON. */
    after: sealed('after_content').notNull(),
    ...bothLanguages(),
    ...saved(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.agreementId,
        table.fiscalYear,
        table.quarter,
        table.sequence,
        table.what,
        table.unitCode,
        table.code,
        table.month,
      ],
    }),
  ],
);
