import { createHash } from 'node:crypto';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WorkspaceKind } from '#contract/ground/codes';
import type { MoveReport } from '#contract/store/move';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { deriveKey } from '../../ground/kernel/encryption.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { insertAll } from '../../ground/kernel/insertAll.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { auditEntry } from '../../ground/schema/common/audit.ts';
import { searchEntry } from '../../ground/schema/unit/search.ts';
import { tablesOf } from '../postgres/server/tables.ts';
import { pagesOf, TableDigest, type Row } from './rows.ts';

type Compared = Pick<MoveReport, 'tables' | 'rows' | 'entries' | 'head'>;

const differs = (): StoreFailure => new StoreFailure('corrupt', 'move_differs');

/** Follows the chain of the audit as it is read, entry by entry. */
class Chain {
  entries = 0;
  head = '0'.repeat(64);

  add({ hash, ...entry }: Row): void {
    const own = createHash('sha256').update(canonicalJson(entry)).digest('hex');
    if (own !== hash || entry['previousHash'] !== this.head) throw differs();
    this.entries += 1;
    this.head = own;
  }
}

interface CopyOptions {
  readonly kind: WorkspaceKind;
  readonly key: Buffer;
  readonly job: Job;
  /** Called once all rows are written, before any is compared. */
  readonly onWritten?: () => Promise<unknown>;
}

/**
 * Copies every table row by row, read and written as a handler would; then reads the copy again and compares each table by its rows and their
 * digest, and the audit by its chain. Throws `move_differs` where anything is not as it was.
 */
export async function copyAndCompare(
  from: ReadDb,
  to: WriteTx,
  { kind, key, job, onWritten }: CopyOptions,
): Promise<Compared> {
  const tables = tablesOf(kind);
  const digestKey = deriveKey(key, 'vigie move digest');
  let total = 0;
  for (const table of tables) total += await from.$count(table);
  let done = 0;
  const pass = async (
    phase: 'writing' | 'checking',
    table: SQLiteTable,
    db: ReadDb,
    use: Use,
  ): Promise<TableDigest> => {
    const digest = new TableDigest(digestKey);
    for await (const page of pagesOf(db, table)) {
      await use(page);
      for (const row of page) digest.add(row);
      done += page.length;
      job.progress(phase, done, total);
      await job.breathe();
    }
    return digest;
  };
  const copied = new Map<SQLiteTable, TableDigest>();
  for (const table of tables) {
    // A server makes entries of the records that it is given; where they were they have their own places.
    if (table === searchEntry) await to.delete(searchEntry);
    copied.set(table, await pass('writing', table, from, (page) => insertAll(to, table, page)));
  }
  await onWritten?.();
  done = 0;
  const chain = new Chain();
  const report: Compared['tables'] = [];
  for (const [table, expected] of copied) {
    const found = await pass('checking', table, to, (page) => {
      if (table === auditEntry) for (const row of page) chain.add(row);
    });
    if (found.rows !== expected.rows || found.text !== expected.text) throw differs();
    report.push({ table: getTableConfig(table).name, rows: found.rows, digest: found.text });
  }
  return { tables: report, rows: done, entries: chain.entries, head: chain.head };
}

type Use = (page: readonly Row[]) => unknown;
