import type { WorkspaceKind } from '#contract/ground/codes';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';

const files = import.meta.glob<Readonly<Record<string, unknown>>>('../../../ground/schema/*/*.ts', { eager: true });

/** What rights and encryption ask of a table, from the objects that both engines are made of. */
export interface StoredTable {
  readonly name: string;
  /** Whether the workspace has cases. */
  readonly hasCases: boolean;
  /** Whether workspaces of both kinds have it. */
  readonly isCommon: boolean;
  readonly columns: readonly StoredColumn[];
  /** The columns that tell a row from all others. */
  readonly key: readonly string[];
}

export interface StoredColumn {
  readonly name: string;
  readonly isText: boolean;
  readonly isNullable: boolean;
}

export function keyOf(table: SQLiteTable): readonly string[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const own = columns.filter(({ primary }) => primary);
  return (own.length > 0 ? own : (primaryKeys[0]?.columns ?? [])).map(({ name }) => name);
}

function described(kind: WorkspaceKind, isCommon: boolean, table: SQLiteTable): StoredTable {
  const { name, columns } = getTableConfig(table);
  return {
    name,
    hasCases: kind === 'unit',
    isCommon,
    columns: columns.map((column) => ({
      name: column.name,
      isText: column.getSQLType() === 'text',
      isNullable: !column.notNull,
    })),
    key: keyOf(table),
  };
}

/** As the rooms name them. */
export const roomTables: readonly SQLiteTable[] = Object.values(files).flatMap((exported) =>
  Object.values(exported).filter((each): each is SQLiteTable => is(each, SQLiteTable)),
);

/** Every table of a kind of workspace, by name. */
export function storedTables(kind: WorkspaceKind): readonly StoredTable[] {
  return Object.entries(files)
    .flatMap(([path, exported]) => {
      const room = path.split('/').at(-2) ?? '';
      const tables = Object.values(exported).filter((each): each is SQLiteTable => is(each, SQLiteTable));
      return room === 'common' || room === kind ? tables.map((table) => described(kind, room === 'common', table)) : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
