import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/** Asynchronous for every engine: what is not awaited does not compile. */
type Drizzle = BaseSQLiteDatabase<'async', { readonly changes: number }>;
declare const reading: unique symbol;
declare const writing: unique symbol;

/** A connection that can only read, and through which the case tables show the session's units alone. */
export type ReadDb = Pick<
  Drizzle,
  'select' | 'selectDistinct' | 'with' | '$with' | '$count' | 'all' | 'get' | 'values'
> & {
  readonly [reading]: true;
};

/** The one connection that writes, inside the transaction that dispatch opened. */
export type WriteTx = Drizzle & {
  readonly [reading]: true;
  readonly [writing]: true;
  /** How many rows go by one statement; 1 where one prepared for each row is quicker. */
  readonly rowsAtOnce: number;
};

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a write owes the audit: which record it changed, and which values. `facts` holds codes, ids and counts only. */
export interface AuditFact {
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly changes?: readonly Change[];
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Audited<T> {
  readonly output: T;
  readonly audit: AuditFact;
  /** Stores, in the same transaction, what refers to the audit entry by its number. */
  readonly recorded?: (sequence: number) => Promise<void>;
}
