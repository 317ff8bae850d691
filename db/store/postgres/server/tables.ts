import type { WorkspaceKind } from '#contract/ground/codes';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { protectionOf, type Protection } from '../../../ground/schema/common/columns.ts';

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
  readonly protection: Protection;
}

export function keyOf(table: SQLiteTable): readonly SQLiteColumn[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const own = columns.filter(({ primary }) => primary);
  return own.length > 0 ? own : (primaryKeys[0]?.columns ?? []);
}

/** The tables that both kinds of workspace have, or those of one kind alone, as the rooms name them. */
function tablesIn(room: WorkspaceKind | 'common'): readonly SQLiteTable[] {
  return Object.entries(files)
    .filter(([path]) => path.split('/').at(-2) === room)
    .flatMap(([, exported]) => Object.values(exported).filter((each): each is SQLiteTable => is(each, SQLiteTable)));
}

/** Those of both kinds of workspace. */
export const roomTables: readonly SQLiteTable[] = (['common', 'unit', 'coordination'] as const).flatMap(tablesIn);

const nameOf = (table: SQLiteTable): string => getTableConfig(table).name;

/** Every table of a kind of workspace, as both engines have it, by name. */
export function tablesOf(kind: WorkspaceKind): readonly SQLiteTable[] {
  return [...tablesIn('common'), ...tablesIn(kind)].toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Every table of a kind of workspace, by name. */
export function storedTables(kind: WorkspaceKind): readonly StoredTable[] {
  const common = new Set(tablesIn('common'));
  return tablesOf(kind).map((table) => ({
    name: nameOf(table),
    hasCases: kind === 'unit',
    isCommon: common.has(table),
    columns: getTableConfig(table).columns.map((column) => ({
      name: column.name,
      isText: column.getSQLType() === 'text',
      isNullable: !column.notNull,
      protection: protectionOf(column),
    })),
    key: keyOf(table).map(({ name }) => name),
  }));
}
