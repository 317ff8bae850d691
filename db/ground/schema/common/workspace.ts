import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { json, text, version } from './columns.ts';

/** Facts of the workspace itself: identity, marking, idle lock, signing key. Values are JSON. */
export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  version: version(),
  value: json<unknown>('value').notNull(),
});
