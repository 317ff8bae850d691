import type { ValueStatus } from '#contract/ground/codes';
import type { PackId, UnitId } from '#contract/ground/ids';
import { primaryKey, real, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, fiscalQuarter, id, instant, sealed, text, version } from '../common/columns.ts';

/** A performance framework that was imported, with the days on which it is in force. Once imported it never changes. */
export const frameworkVersion = sqliteTable(
  'framework_version',
  {
    id: id(),
    version: version(),
    /** As the framework names itself; what every figure of a return cites. */
    frameworkVersion: clear('framework_version').notNull(),
    nameEn: text('name_en').notNull(),
    nameFr: text('name_fr').notNull(),
    validFrom: civilDate('valid_from').notNull(),
    validTo: civilDate('valid_to'),
    fileName: text('file_name').notNull(),
    /** Of the file, as it was imported. */
    sha256: clear('sha256').notNull(),
    importedAt: instant('imported_at').notNull(),
    importedBy: clear('imported_by').notNull(),
    /** The framework as canonical JSON. */
    content: text('content').notNull(),
  },
  (table) => [uniqueIndex('framework_version_name').on(table.frameworkVersion)],
);

/** What a unit said of its stock at a quarter's end, in the pack of that quarter that was exported last. */
export const unitStock = sqliteTable(
  'unit_stock',
  {
    unitId: clear<UnitId>('unit_id').notNull(),
    ...fiscalQuarter(),
    version: version(),
    packId: clear<PackId>('pack_id').notNull(),
    /** As canonical JSON. */
    content: sealed('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.fiscalYear, table.quarter] })],
);

/** A figure that a coordinator entered for a unit, with why it differs from what Vigie counts, where it does. */
export const enteredValue = sqliteTable(
  'entered_value',
  {
    unitId: clear<UnitId>('unit_id').notNull(),
    ...fiscalQuarter(),
    /** Of the indicator. */
    code: clear('code').notNull(),
    version: version(),
    value: real('value'),
    /** Of a share, which is computed from the two and never typed. */
    numerator: real('numerator'),
    denominator: real('denominator'),
    status: clear<ValueStatus>('status').notNull(),
    /** Of a count by category, as JSON: what each counts. */
    parts: sealed('parts').notNull().default('{}'),
    whyEn: text('why_en').notNull(),
    whyFr: text('why_fr').notNull(),
    ...entered(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.fiscalYear, table.quarter, table.code] })],
);
