import { integer, text } from 'drizzle-orm/sqlite-core';

/** Only types that mean the same in SQLite and PostgreSQL: text, integer, real. Ids are made by the application. */
export const id = () => text('id').primaryKey();
/** Rises by one with each change, so that a stale edit is seen as a conflict. */
export const version = () => integer('version').notNull().default(1);
export const instant = (name: string) => integer(name);
export const civilDate = (name: string) => text(name);
export const flag = (name: string) => integer(name, { mode: 'boolean' });
