import { sql } from 'drizzle-orm';
import type { TestStore } from './store.ts';

/** Rows as the store has them, of either engine, by a statement that both understand. */
export async function stored<Row = Record<string, unknown>>({ store }: TestStore, statement: string): Promise<Row[]> {
  return store.requireUnlocked().engine.tx.all<Row>(sql.raw(statement));
}
