import { createHash } from 'node:crypto';
import type { WorkspaceKind } from '#contract/ground/codes';
import { StoreFailure } from '../ground/kernel/failure.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

function readFolder(folders: Readonly<Record<string, string>>, kind: WorkspaceKind): readonly Migration[] {
  return Object.entries(folders)
    .filter(([path]) => path.includes(`/${kind}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sql]) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      sql,
      hash: createHash('sha256').update(sql).digest('hex'),
    }));
}

/** Of each kind, in their order, from the folders of one engine. */
export function readMigrations(
  folders: Readonly<Record<string, string>>,
): Readonly<Record<WorkspaceKind, readonly Migration[]>> {
  return { unit: readFolder(folders, 'unit'), coordination: readFolder(folders, 'coordination') };
}

type Hashed = Pick<Migration, 'hash'>;

/** How the tables of a store compare with those that this Vigie makes; `unknown` where a migration is not its own. */
export type SchemaState = 'same' | 'older' | 'newer' | 'unknown';

export function schemaState(applied: readonly Hashed[], known: readonly Hashed[]): SchemaState {
  if (applied.length > known.length) return 'newer';
  if (applied.some(({ hash }, position) => known[position]?.hash !== hash)) return 'unknown';
  return applied.length < known.length ? 'older' : 'same';
}

/** A store from a newer Vigie or with an unknown migration is refused untouched. */
export function requireKnown(state: SchemaState): void {
  if (state === 'newer') throw new StoreFailure('newer_schema');
  if (state === 'unknown') throw new StoreFailure('newer_schema', 'migration_unknown');
}
