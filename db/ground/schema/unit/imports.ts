import type { Measure, ValueStatus } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { ImportId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear, id, instant, json, keyed, text, version } from '../common/columns.ts';

export const fileImport = sqliteTable('file_import', {
  id: id<ImportId>(),
  version: version(),
  /** What the file listed: `referrals`, or a kind of extract of a records system. */
  kind: clear('kind').notNull().default('referrals'),
  fileName: text('file_name').notNull(),
  sha256: clear('sha256').notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: clear('imported_by').notNull(),
  newRows: integer('new_rows').notNull(),
  duplicateRows: integer('duplicate_rows').notNull(),
  conflictRows: integer('conflict_rows').notNull(),
  invalidRows: integer('invalid_rows').notNull(),
  /** Rows of an extract that changed what was recorded. */
  changedRows: integer('changed_rows').notNull().default(0),
  undoneAt: instant('undone_at'),
  undoneBy: clear('undone_by'),
});

/** What an import added to a month, and what a supervisor had said of it before: so that an undo leaves what was there. */
export const importMonth = sqliteTable(
  'import_month',
  {
    id: id(),
    version: version(),
    importId: clear<ImportId>('import_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    measure: clear<Measure>('measure').notNull(),
    month: clear<Month>('month').notNull(),
    amount: integer('amount').notNull(),
    /** Null where the month had no row. */
    statusBefore: clear<ValueStatus>('status_before'),
  },
  (table) => [index('import_month_import').on(table.importId)],
);

/** The mapping last used for a file with this header, offered the next time. */
export const importMapping = sqliteTable('import_mapping', {
  headerHash: clear('header_hash').primaryKey(),
  version: version(),
  kind: clear('kind').notNull().default('referrals'),
  mapping: json<unknown>('mapping', 'sealed').notNull(),
  /** As a user named it; null until then. */
  name: text('name'),
  /** The file that it was last used for, and the names of its columns. */
  fileName: text('file_name'),
  columns: json<readonly string[]>('columns'),
  usedAt: instant('used_at'),
});

/** What the last extract of the records system said of a record: against it is seen who changed a field since. */
export const extractRecord = sqliteTable(
  'extract_record',
  {
    id: id(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    kind: clear('kind').notNull(),
    /** The occurrence number and, of an arrest or a charge, what tells it from the others of the file. */
    key: keyed('key').notNull(),
    recordId: clear('record_id').notNull(),
    said: json<Readonly<Record<string, string | number | null>>>('said').notNull(),
    importId: clear<ImportId>('import_id').notNull(),
  },
  (table) => [
    uniqueIndex('extract_record_key').on(table.unitId, table.kind, table.key),
    index('extract_record_record').on(table.recordId),
  ],
);

/** Every row that an extract wrote, as it was and as it became. */
export const extractChange = sqliteTable(
  'extract_change',
  {
    id: id(),
    version: version(),
    importId: clear<ImportId>('import_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    position: integer('position').notNull(),
    table: clear('table_name').notNull(),
    rowId: clear('row_id').notNull(),
    before: json<Readonly<Record<string, unknown>> | null>('before'),
    after: json<Readonly<Record<string, unknown>> | null>('after'),
  },
  (table) => [uniqueIndex('extract_change_position').on(table.importId, table.position)],
);
