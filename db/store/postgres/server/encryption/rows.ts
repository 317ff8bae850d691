import { must } from '../../../../ground/kernel/assert.ts';
import { ruleOf } from '../tableRules.ts';
import type { StoredTable } from '../tables.ts';
import { protectionOf } from './columns.ts';
import { equalityOf, openText, sealText, type ColumnKeys } from './values.ts';

/** The keys that a session holds. */
export interface SessionKeys {
  /** Of what is no single unit's: transfers, people, settings; and of what is compared between units. */
  readonly workspace: ColumnKeys;
  /** By unit. */
  readonly units: ReadonlyMap<string, ColumnKeys>;
}

export type Row = Readonly<Record<string, unknown>>;

function keysOf(table: StoredTable, row: Row, { workspace, units }: SessionKeys): ColumnKeys {
  if (ruleOf(table).name !== 'unit') return workspace;
  return must(units.get(String(row['unit_id'])), 'a session has the keys of its units');
}

/** The row's primary key; of an audit value, which has none, its hash. */
function identityOf({ name, key }: StoredTable, row: Row): string {
  const columns = name === 'audit_value' ? ['hash'] : key;
  return JSON.stringify(columns.map((column) => String(row[column])));
}

/** The row as the server keeps it. Given are columns as PostgreSQL names them, with those of the key and of the unit. */
export function protectRow(table: StoredTable, row: Row, keys: SessionKeys): Row {
  const own = keysOf(table, row, keys);
  const identity = identityOf(table, row);
  return mapTexts(table, row, (protection, column, text) =>
    protection === 'sealed'
      ? sealText(own, { table: table.name, column, row: identity }, text)
      : equalityOf(keys.workspace, { table: table.name, column }, text),
  );
}

/** The row as it was given to `protectRow`, but for its keyed hashes. */
export function revealRow(table: StoredTable, row: Row, keys: SessionKeys): Row {
  const own = keysOf(table, row, keys);
  const identity = identityOf(table, row);
  return mapTexts(table, row, (protection, column, text) =>
    protection === 'sealed' ? openText(own, { table: table.name, column, row: identity }, text) : text,
  );
}

function mapTexts(
  table: StoredTable,
  row: Row,
  change: (protection: 'sealed' | 'keyed', column: string, text: string) => string,
): Row {
  const changed = table.columns.flatMap((column) => {
    const value = row[column.name];
    const protection = protectionOf(table, column);
    if (protection === 'clear' || typeof value !== 'string') return [];
    return [[column.name, change(protection, column.name, value)] as const];
  });
  return { ...row, ...Object.fromEntries(changed) };
}
