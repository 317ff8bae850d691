import type { CourtMeasure, LedgerTerm, OutcomeMeasure } from '#contract/ground/codes';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear } from '../common/columns.ts';

/**
 * What each file adds to the ledger, computed from its history and written in the same transaction: the list behind
 * every figure of `unit_month`. `amount` is positive but for `reclassified`, which carries its sign.
 */
export const ledgerEntry = sqliteTable(
  'ledger_entry',
  {
    fileKind: clear<CaseFile['kind']>('file_kind').notNull(),
    fileId: clear('file_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    on: civilDate('on_date').notNull(),
    term: clear<LedgerTerm | OutcomeMeasure | CourtMeasure>('term').notNull(),
    amount: integer('amount').notNull(),
  },
  (table) => [
    index('ledger_entry_file').on(table.fileId),
    index('ledger_entry_term').on(table.unitId, table.term, table.on),
  ],
);

/**
 * Which unit had counted what of a record when its file went to another unit: what is corrected there changes the months of the unit that
 * counted it. A count that is not here is of the unit that has the file.
 */
export const transferredCount = sqliteTable(
  'transferred_count',
  {
    recordId: clear('record_id').notNull(),
    measure: clear('measure').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.measure] })],
);
