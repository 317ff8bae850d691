import type { ReferralId, UnitId } from '#contract/ground/ids';
import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, version } from '../common/columns.ts';

/** How many files a provider reported with a referral, by what it said of them. No file, name or hash is kept. */
export const referralCount = sqliteTable(
  'referral_count',
  {
    referralId: clear<ReferralId>('referral_id').notNull(),
    category: clear('category').notNull(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.referralId, table.category] })],
);
