import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, version } from './columns.ts';

/** Who may open the database: the public half of each owner's pair. A slot of the key file that is not here opens nothing. */
export const keySlotRow = sqliteTable('key_slot', {
  owner: clear('owner').primaryKey(),
  version: version(),
  publicKey: clear('public_key').notNull(),
});
