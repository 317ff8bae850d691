import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { civilDate } from '../common/columns.ts';

/**
 * What each file adds to the ledger, computed from its history and written in the same transaction: the list behind
 * every figure of `unit_month`. `amount` is positive but for `reclassified`, which carries its sign.
 */
export const ledgerEntry = sqliteTable(
  'ledger_entry',
  {
    fileKind: text('file_kind').notNull(),
    fileId: text('file_id').notNull(),
    unitId: text('unit_id').notNull(),
    on: civilDate('on_date').notNull(),
    term: text('term').notNull(),
    amount: integer('amount').notNull(),
  },
  (table) => [
    index('ledger_entry_file').on(table.fileId),
    index('ledger_entry_term').on(table.unitId, table.term, table.on),
  ],
);
