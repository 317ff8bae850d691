import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, json, version } from './columns.ts';

/** Facts of the workspace itself: identity, marking, idle lock, signing key. Values are JSON. */
export const setting = sqliteTable('setting', {
  key: clear('key').primaryKey(),
  version: version(),
  value: json<unknown>('value').notNull(),
});
