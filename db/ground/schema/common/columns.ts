import type { CivilDate, FiscalQuarter, FiscalYear } from '#contract/ground/dates';
import { integer, text as plainText } from 'drizzle-orm/sqlite-core';

// Only types that mean the same in SQLite and PostgreSQL: text, integer, real.

/** Of a type of the contract (an id, a code, a month) where it has one: what is read need not be cast. */
export const text = <T extends string = string>(name: string) => plainText(name).$type<T>();
export const json = <T>(name: string) => plainText(name, { mode: 'json' }).$type<T>();
/** Made by the application. */
export const id = <T extends string = string>() => text<T>('id').primaryKey();
/** Rises by one with each change, so that a stale edit is seen as a conflict. */
export const version = () => integer('version').notNull().default(1);
export const instant = (name: string) => integer(name);
export const civilDate = (name: string) => text<CivilDate>(name);
export const flag = (name: string) => integer(name, { mode: 'boolean' });
export const entered = () => ({
  enteredAt: instant('entered_at').notNull(),
  enteredBy: text('entered_by').notNull(),
});
export const fiscalQuarter = () => ({
  fiscalYear: integer('fiscal_year').$type<FiscalYear>().notNull(),
  quarter: integer('quarter').$type<FiscalQuarter>().notNull(),
});
