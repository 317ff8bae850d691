import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { version } from '../common/columns.ts';

/** How many files a provider reported with a referral, by what it said of them. No file, name or hash is kept. */
export const referralCount = sqliteTable(
  'referral_count',
  {
    referralId: text('referral_id').notNull(),
    category: text('category').notNull(),
    version: version(),
    unitId: text('unit_id').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.referralId, table.category] })],
);
