import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceKind } from '#contract/ground/codes';
import { must } from '../../ground/kernel/assert.ts';
import { storePath } from '../../store/folder.ts';
import { keysPath } from '../../store/keysFile.ts';
import { openForReading } from '../../store/sqlite/connection.ts';
import { migrationsOf } from '../../store/sqlite/migrate.ts';
import {
  folderOf,
  keyIn,
  readFiles,
  readWorkspace,
  shippedNames,
  writeFiles,
  writeWorkspace,
  type ShippedFiles,
  type ShippedHead,
} from './shipped.ts';
import { readTables, type ShippedTable } from './shippedRows.ts';

interface Workspace {
  readonly head: ShippedHead;
  readonly tables: readonly ShippedTable[];
}

const kinds: readonly WorkspaceKind[] = ['unit', 'coordination'];

async function workspaceIn(parent: string, kind: WorkspaceKind): Promise<Workspace> {
  const folder = join(parent, folderOf[kind]);
  const keys = readFileSync(keysPath(folder), 'utf8');
  const raw = openForReading(storePath(folder), await keyIn(keys));
  try {
    const tables = [...readTables(raw)];
    const rows = tables.reduce((sum, { values }) => sum + (values[0]?.length ?? 0), 0);
    const schema = must(migrationsOf(kind).at(-1), 'every schema has a migration').name;
    return { head: { kind, keys, schema, rows }, tables };
  } finally {
    raw.close();
  }
}

function filesIn(parent: string): ShippedFiles {
  const paths = ['packs', 'sample'].flatMap((folder) =>
    readdirSync(join(parent, folder)).map((name) => `${folder}/${name}`),
  );
  return Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(parent, path), 'utf8')]));
}

/** Writes what was built into the folder from which it is shipped. */
export async function shipDemonstration(built: string, shipped: string): Promise<void> {
  mkdirSync(shipped, { recursive: true });
  for (const kind of kinds) {
    const { head, tables } = await workspaceIn(built, kind);
    writeWorkspace(shipped, head, tables);
  }
  writeFiles(shipped, filesIn(built));
}

/** What is drawn again in each build: salts, keys, and the hashes and signatures that hang on them. */
const drawn = /"?[0-9a-f]{64}"?|[A-Za-z0-9+/]{40,}={0,2}/g;
const withoutDrawn = (value: unknown): unknown => (typeof value === 'string' ? value.replace(drawn, '#') : value);
const drawnColumns = new Set(['audit_value.salt']);

function differencesOf(built: ShippedTable | undefined, shipped: ShippedTable | undefined): readonly string[] {
  const table = built?.table ?? shipped?.table ?? '';
  if (!built || !shipped || String(built.columns) !== String(shipped.columns)) return [table];
  return built.columns
    .filter((column, place) => {
      if (drawnColumns.has(`${table}.${column}`)) return false;
      const [mine, theirs] = [built, shipped].map(({ values }) => JSON.stringify(values[place]?.map(withoutDrawn)));
      return mine !== theirs;
    })
    .map((column) => `${table}.${column}`);
}

/** Where what was built is not what is shipped, apart from what is drawn again in each build. */
export async function differences(built: string, shipped: string): Promise<readonly string[]> {
  if (!existsSync(join(shipped, shippedNames.files))) return ['all'];
  const found: string[] = [];
  for (const kind of kinds) {
    const { tables } = await workspaceIn(built, kind);
    const theirs = [...readWorkspace(shipped, kind).tables()];
    const names = new Set([...tables, ...theirs].map(({ table }) => table));
    const inTable = (all: readonly ShippedTable[], name: string) => all.find(({ table }) => table === name);
    for (const name of names) found.push(...differencesOf(inTable(tables, name), inTable(theirs, name)));
  }
  const [mine, theirs] = [filesIn(built), readFiles(shipped)];
  for (const path of new Set([...Object.keys(mine), ...Object.keys(theirs)]))
    if (withoutDrawn(mine[path]) !== withoutDrawn(theirs[path])) found.push(path);
  return found;
}
