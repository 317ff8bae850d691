import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { and, eq, gt } from 'drizzle-orm';
import { appendAudit, type AuditLine } from '../audit/append.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { toFailure } from '../kernel/failure.ts';
import { auditEntry } from '../schema/common/audit.ts';
import { openForWriting, type RawDatabase } from './connection.ts';
import { inTransaction } from './inTransaction.ts';
import { syncFolder } from './keysFile.ts';
import type { Store, Unlocked } from './store.ts';
import type { WriteTx } from './types.ts';

/*
 * While a long transaction holds the one connection that writes, a view cannot join the audit's chain. Its entry then
 * goes into a small file of its own, encrypted under the same key and on the disk before the data is shown, and joins the
 * chain once the transaction has ended or, where the power went, at the next sign-in.
 */

const columns = 'id TEXT PRIMARY KEY, after_sequence INTEGER NOT NULL, line TEXT NOT NULL';

const files = ['', '-wal', '-shm'] as const;

function heldPath(folder: string): string {
  return join(folder, 'views.db');
}

function openHeld(folder: string, key: Buffer): RawDatabase {
  const raw = openForWriting(heldPath(folder), key);
  raw.exec(`CREATE TABLE IF NOT EXISTS held_view (${columns}) STRICT`);
  syncFolder(folder);
  return raw;
}

/** Durable when it returns. The line keeps an id of its own and the chain's end as it is now, by which it is known again. */
export function holdView(store: Store, { key, readingRaw }: Unlocked, line: AuditLine): void {
  store.heldViews ??= openHeld(store.requireFolder(), key);
  const after = readingRaw.prepare('SELECT coalesce(max(sequence), 0) FROM audit_entry').pluck().get();
  const id = store.options.newId();
  const facts = { ...line.fact.facts, held: id };
  const held = JSON.stringify({ ...line, fact: { ...line.fact, facts } });
  store.heldViews.prepare('INSERT INTO held_view VALUES (?, ?, ?)').run(id, after, held);
}

interface Held {
  readonly after: number;
  readonly line: AuditLine;
}

function readHeld(folder: string, key: Buffer): readonly Held[] | 'unreadable' {
  let raw: RawDatabase | null = null;
  try {
    raw = openHeld(folder, key);
    const rows = raw.prepare('SELECT after_sequence AS after, line FROM held_view ORDER BY id').all();
    return (rows as { after: number; line: string }[]).map(({ after, line }) => ({
      after,
      line: JSON.parse(line) as AuditLine,
    }));
  } catch (error) {
    if (['corrupt', 'wrong_key'].includes(toFailure(error).code)) return 'unreadable';
    throw error;
  } finally {
    raw?.close();
  }
}

/** Where the power went between the chain's commit and the file's removal, the line stands in the chain already. */
async function hasJoined(tx: WriteTx, { after, line }: Held): Promise<boolean> {
  const [found] = await tx
    .select({ sequence: auditEntry.sequence })
    .from(auditEntry)
    .where(and(gt(auditEntry.sequence, after), eq(auditEntry.facts, canonicalJson(line.fact.facts ?? {}))))
    .limit(1);
  return found !== undefined;
}

/** A damaged file, or one of another key, must not bar the workspace: it is kept beside it, and the chain tells of it. */
function setAside(folder: string, now: number): void {
  for (const suffix of files) {
    const path = `${heldPath(folder)}${suffix}`;
    if (existsSync(path)) renameSync(path, join(folder, `views-unreadable-${String(now)}.db${suffix}`));
  }
  syncFolder(folder);
}

type Open = Pick<Unlocked, 'raw' | 'tx' | 'key'>;

async function tellUnreadable(store: Store, unlocked: Open, folder: string): Promise<void> {
  const at = store.options.clock.now();
  const fact = { facts: { code: 'corrupt' } };
  await inTransaction(unlocked, (tx) =>
    appendAudit(tx, { at, actorId: null, method: 'audit.join', outcome: 'refused', fact }),
  );
  setAside(folder, at);
}

/** A view held meanwhile keeps the file for the next time, which knows again what has joined. */
function removeUnlessHolding({ heldViews }: Store, folder: string): void {
  if (!heldViews) for (const suffix of files) rmSync(`${heldPath(folder)}${suffix}`, { force: true });
}

/** Puts what is held into the chain. To be called where no transaction is open: in a turn of the queue, or before there are any. */
export async function joinHeldViews(store: Store, unlocked: Open): Promise<void> {
  store.heldViews?.close();
  store.heldViews = null;
  const folder = store.requireFolder();
  if (!existsSync(heldPath(folder))) return;
  const held = readHeld(folder, unlocked.key);
  if (held === 'unreadable') return tellUnreadable(store, unlocked, folder);
  await inTransaction(unlocked, async (tx) => {
    for (const each of held) if (!(await hasJoined(tx, each))) await appendAudit(tx, each.line);
  });
  removeUnlessHolding(store, folder);
}
