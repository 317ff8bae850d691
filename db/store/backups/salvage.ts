import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { appendAudit } from '../audit/append.ts';
import { createForWriting, openForReading, writeTx, type RawDatabase } from '../sqlite/connection.ts';
import { folderBeside, storePath } from '../folder.ts';
import { readKeys, syncFolder, type KeysFile } from '../keysFile.ts';
import { recoveryOwner } from '../keySlots.ts';
import { migrate, migrationsOf, pendingMigrations } from '../sqlite/migrate.ts';
import { putSetting } from '../settings.ts';
import { readBackup } from './check.ts';
import { backupsFolder, backupsIn } from './files.ts';
import { keyThatOpens } from './keys.ts';
import type { Manifest } from './manifest.ts';
import { readableRows, rowsToDamage, type Row } from './readable.ts';
import { openBySecret, type RestoreSecret } from './secret.ts';

interface SalvageWish {
  readonly folder: string;
  readonly secret: RestoreSecret;
  readonly reason: string;
  readonly now: number;
}

interface SalvagedTable {
  readonly table: string;
  readonly read: number;
  /** Some page of it could not be read. */
  readonly lost: boolean;
  readonly inBackup: number | null;
}

export interface Salvaged {
  readonly folder: string;
  readonly tables: readonly SalvagedTable[];
  readonly backupAt: number | null;
}

interface Table {
  readonly name: string;
  readonly wr: number;
}

function openUnder(path: string, keys: readonly Buffer[]): { raw: RawDatabase; key: Buffer } {
  for (const key of keys) {
    try {
      return { raw: openForReading(path, key), key };
    } catch {
      // The next one may; and where none does, not even the first page can be read.
    }
  }
  throw new StoreFailure('corrupt');
}

/** As many as the damaged store had, so that its rows fit; all of them where it cannot say. */
function migrationsIn(raw: RawDatabase, kind: KeysFile['kind']) {
  const known = migrationsOf(kind);
  try {
    return known.slice(0, known.length - pendingMigrations(raw, known).length);
  } catch {
    return known;
  }
}

/** Rows go in as they were: nothing that a row sets off when it is entered happens a second time. */
function withoutTriggers(raw: RawDatabase, work: () => void): void {
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`);
  work();
  for (const { sql } of triggers) raw.exec(sql);
}

function copyTable(from: RawDatabase, to: RawDatabase, { name, wr }: Table): Omit<SalvagedTable, 'inBackup'> {
  const columns = to.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name) as string[];
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  const numbered = wr === 0 && !columns.includes('rowid');
  const values = [...(numbered ? ['rowid'] : []), quoted].join(', ');
  const places = Array.from({ length: columns.length + (numbered ? 1 : 0) }, () => '?').join(', ');
  const insert = to.prepare(`INSERT OR IGNORE INTO "${name}" (${values}) VALUES (${places})`);
  to.exec(`DELETE FROM "${name}"`);
  let read = 0;
  const take = (rows: readonly Row[]): void => {
    for (const row of rows) read += insert.run(numbered ? row : row.slice(1)).changes;
  };
  try {
    return { table: name, lost: !(numbered ? readableRows : rowsToDamage)(from, name, quoted, take), read };
  } catch {
    return { table: name, lost: true, read };
  }
}

function newestBackup(folder: string, workspaceId: string, keys: readonly Buffer[]): Manifest | null {
  for (const { path } of backupsIn(backupsFolder(folder), workspaceId) ?? []) {
    try {
      return readBackup(path, keyThatOpens(path, keys).key);
    } catch {
      // An older one may hold.
    }
  }
  return null;
}

function copyAll(from: RawDatabase, to: RawDatabase): readonly Omit<SalvagedTable, 'inBackup'>[] {
  const tables = to
    .prepare(
      `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')
       AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migration' ORDER BY name`,
    )
    .all() as Table[];
  const copied: Omit<SalvagedTable, 'inBackup'>[] = [];
  to.pragma('foreign_keys = OFF');
  // The tables behind the full-text index go over as they are; SQLite otherwise lets only the index itself write them.
  to.unsafeMode(true);
  to.transaction(() => {
    withoutTriggers(to, () => {
      for (const table of tables) copied.push(copyTable(from, to, table));
    });
  })();
  return copied;
}

/** Fills the new workspace's folder; the damaged store is only read. */
async function fill(wish: SalvageWish, file: KeysFile, building: string): Promise<Omit<Salvaged, 'folder'>> {
  const { folder, secret, reason, now } = wish;
  const { owner, keys } = await openBySecret(file, secret);
  const { raw: from, key } = openUnder(storePath(folder), keys);
  try {
    mkdirSync(backupsFolder(building), { recursive: true, mode: 0o700 });
    const to = createForWriting(storePath(building), key);
    try {
      migrate(to, migrationsIn(from, file.kind), now);
      const backup = newestBackup(folder, file.workspaceId, keys);
      const tables = copyAll(from, to).map((each) => ({ ...each, inBackup: backup?.rows[each.table] ?? null }));
      to.exec('BEGIN IMMEDIATE');
      // A person who salvages knows that it is another place.
      to.exec("DELETE FROM setting WHERE key = 'place'");
      if (owner === recoveryOwner) await putSetting(writeTx(to), 'recoveryKeyUsedAt', now);
      await appendAudit(writeTx(to), {
        at: now,
        actorId: owner === recoveryOwner ? null : owner,
        method: 'backups.salvage',
        outcome: 'done',
        fact: {
          facts: { tablesWithLosses: tables.filter(({ lost }) => lost).length },
          changes: [{ field: 'reason', before: null, after: reason }],
        },
      });
      to.exec('COMMIT');
      to.pragma('wal_checkpoint(TRUNCATE)');
      return { tables, backupAt: backup?.madeAt ?? null };
    } finally {
      to.close();
    }
  } finally {
    from.close();
  }
}

/**
 * Reads whatever can be read of a damaged store into a new workspace beside it, under the same keys, and says of each table whether
 * something was lost and how many rows the newest backup has. The damaged one is not touched.
 */
export async function salvage(wish: SalvageWish): Promise<Salvaged> {
  const { folder, now } = wish;
  const file = readKeys(folder);
  const target = folderBeside(folder, 'salvaged', now);
  const building = `${target}.building`;
  try {
    const found = await fill(wish, file, building);
    for (const name of ['keys.json', 'keys.copy.json', 'purged.json'])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(building, name));
    renameSync(building, target);
    syncFolder(dirname(target));
    return { folder: target, ...found };
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}
