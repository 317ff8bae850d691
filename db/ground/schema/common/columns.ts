import type { CivilDate, FiscalQuarter, FiscalYear } from '#contract/ground/dates';
import type { ColumnBaseConfig, ColumnBuilderRuntimeConfig } from 'drizzle-orm';
import { integer, SQLiteColumn, SQLiteColumnBuilder, type SQLiteTable } from 'drizzle-orm/sqlite-core';

// Only types that mean the same in SQLite and PostgreSQL: text, integer, real.

/** What a server keeps of a column: as it is; encrypted; or as a keyed hash that is equal where the text is. */
export type Protection = 'clear' | 'sealed' | 'keyed';

/** The kinds of text by which a column says its protection, and whether people write in it. Numbers are clear. */
const kinds = {
  text: { protection: 'sealed', isWritten: true },
  plain: { protection: 'clear', isWritten: true },
  sealed: { protection: 'sealed', isWritten: false },
  keyed: { protection: 'keyed', isWritten: false },
  clear: { protection: 'clear', isWritten: false },
} as const satisfies Record<string, { readonly protection: Protection; readonly isWritten: boolean }>;
type Kind = keyof typeof kinds;

interface Search {
  /** By its words, or by any part of three characters or more; by neither where it is absent. */
  readonly found?: 'byWord' | 'byPart';
}
interface Said extends Search {
  readonly kind: Kind;
  readonly isJson: boolean;
}

type Config<T> = ColumnBuilderRuntimeConfig<T, { readonly said: Said }>;

/** A column of text, which keeps what its declaration says of it. */
export class TextColumn extends SQLiteColumn<ColumnBaseConfig<'custom', 'TextColumn'>, { readonly said: Said }> {
  readonly said: Said;
  /** By its own name, whatever a query calls it. */
  readonly original: SQLiteTable;

  constructor(table: SQLiteTable, config: Config<unknown>) {
    super(table, config);
    this.said = config.said;
    this.original = table;
  }

  get protection(): Protection {
    return kinds[this.said.kind].protection;
  }

  override getSQLType(): string {
    return 'text';
  }

  override mapFromDriverValue(value: unknown): unknown {
    return this.said.isJson ? JSON.parse(String(value)) : value;
  }

  override mapToDriverValue(value: unknown): unknown {
    return this.said.isJson ? JSON.stringify(value) : value;
  }
}

interface Built<T> {
  readonly name: string;
  readonly dataType: 'custom';
  readonly columnType: 'TextColumn';
  readonly data: T;
  readonly driverParam: string;
  readonly enumValues: undefined;
}

class TextColumnBuilder<T> extends SQLiteColumnBuilder<Built<T>, { said: Said }> {
  constructor(name: string, said: Said) {
    super(name, 'custom', 'TextColumn');
    this.config.said = said;
  }

  /** As the builder of tables calls it. */
  build(table: SQLiteTable): TextColumn {
    return new TextColumn(table, this.config);
  }
}

export const protectionOf = (column: unknown): Protection =>
  column instanceof TextColumn ? column.protection : 'clear';
/** Whether people write in it, so that it may name someone. */
export const isWritten = (column: unknown): boolean =>
  column instanceof TextColumn && kinds[column.said.kind].isWritten;
export const isFound = (column: unknown, how: 'byWord' | 'byPart'): boolean =>
  column instanceof TextColumn && column.said.found === how;

/** Of a type of the contract (an id, a code, a month) where it has one: what is read need not be cast. */
const textOf =
  (kind: Kind) =>
  <T extends string = string>(name: string, search?: Search) =>
    new TextColumnBuilder<T>(name, { kind, isJson: false, ...search });

/** What people write: encrypted. */
export const text = textOf('text');
/** What people write or read in lists, and a server may read: names of units and platforms, words of the law. */
export const plain = textOf('plain');
/** Encrypted although nobody writes in it: keys, exact days and hours of persons, figures. */
export const sealed = textOf('sealed');
/** Looked up by the whole of it alone, and unique where it must be. */
export const keyed = textOf('keyed');
/** Ids, codes of closed lists, numbers of files, days by which lists are sorted, hashes: no person's words. */
export const clear = textOf('clear');
/** Made by the application. */
export const id = <T extends string = string>() => clear<T>('id').primaryKey();
export const civilDate = (name: string) => clear<CivilDate>(name);
export const json = <T>(name: string, kind: Kind = 'text') => new TextColumnBuilder<T>(name, { kind, isJson: true });

/** Rises by one with each change, so that a stale edit is seen as a conflict. */
export const version = () => integer('version').notNull().default(1);
export const instant = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: 'boolean' });
export const entered = () => ({
  enteredAt: instant('entered_at').notNull(),
  enteredBy: clear('entered_by').notNull(),
});
export const fiscalQuarter = () => ({
  fiscalYear: integer('fiscal_year').$type<FiscalYear>().notNull(),
  quarter: integer('quarter').$type<FiscalQuarter>().notNull(),
});
