import type { ImportId, UnitId } from '#contract/ground/ids';
import { asc, eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { extractChange, extractRecord } from '../../ground/schema/unit/imports.ts';
import {
  arrest,
  charge,
  investigation,
  investigationEvent,
  referralInvestigation,
} from '../../ground/schema/unit/investigations.ts';
import { nextStep } from '../../ground/schema/unit/handover.ts';
import { clearance } from '../../ground/schema/unit/offences.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';

interface Part {
  readonly name: string;
  readonly table: SQLiteTable;
  readonly owner: SQLiteColumn;
  readonly order: SQLiteColumn;
}

const part = (name: string, table: SQLiteTable, owner: SQLiteColumn, order: SQLiteColumn): Part => ({
  name,
  table,
  owner,
  order,
});

/** The rows that make up a record: it is kept and put back with its history. The first part is the record itself. */
const partsOf = {
  investigation: [
    part('investigation', investigation, investigation.id, investigation.id),
    part('events', investigationEvent, investigationEvent.investigationId, investigationEvent.position),
    part('steps', nextStep, nextStep.investigationId, nextStep.investigationId),
    part('links', referralInvestigation, referralInvestigation.investigationId, referralInvestigation.referralId),
  ],
  referral: [
    part('referral', referral, referral.id, referral.id),
    part('events', referralEvent, referralEvent.referralId, referralEvent.position),
  ],
  arrest: [part('arrest', arrest, arrest.id, arrest.id)],
  charge: [part('charge', charge, charge.id, charge.id)],
  clearance: [part('clearance', clearance, clearance.investigationId, clearance.investigationId)],
  extract_record: [part('said', extractRecord, extractRecord.id, extractRecord.id)],
} as const satisfies Record<string, readonly Part[]>;

export type RecordKind = keyof typeof partsOf;
type Row = Readonly<Record<string, unknown>>;
export type Snapshot = Readonly<Record<string, readonly Row[]>>;

/** A record as it is now; null where there is none. */
export async function snapshotOf(db: Pick<ReadDb, 'select'>, kind: RecordKind, id: string): Promise<Snapshot | null> {
  const parts: Record<string, readonly Row[]> = {};
  for (const { name, table, owner, order } of partsOf[kind])
    parts[name] = await db.select().from(table).where(eq(owner, id)).orderBy(asc(order));
  return Object.values(parts)[0]?.length === 0 ? null : parts;
}

/** Computed again whenever anything is recorded, or counted up: no content of anyone's. */
const computed: ReadonlySet<string> = new Set([
  'version',
  'firstActionAt',
  'actionDueAt',
  'decisionDueAt',
  'dueAt',
  'dangerSince',
  'inboxKey',
]);

/** Parts and columns that came with a later version say nothing of what was kept before. */
function onlyKept(now: Snapshot, kept: Snapshot): Snapshot {
  const parts = Object.entries(now).filter(([name]) => kept[name] !== undefined);
  return Object.fromEntries(
    parts.map(([name, rows]) => {
      const columns = Object.keys(kept[name]?.[0] ?? rows[0] ?? {}).filter((column) => !computed.has(column));
      return [name, rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))];
    }),
  );
}

export function isUnchanged(now: Snapshot | null, kept: Snapshot | null): boolean {
  if (now === null || kept === null) return now === kept;
  return canonicalJson(onlyKept(now, kept)) === canonicalJson(onlyKept(kept, kept));
}

/** Puts a record back as it was kept. Its version goes on, so that a page that shows it sees the change. */
export async function putBack(tx: WriteTx, kind: RecordKind, id: string, kept: Snapshot | null): Promise<void> {
  const now = await snapshotOf(tx, kind, id);
  const [itself] = partsOf[kind];
  const version = Number(now?.[itself.name]?.[0]?.['version'] ?? 0) + 1;
  // A server shows no row of a record that is gone: the record itself goes last.
  const parts = partsOf[kind].filter(({ name }) => kept === null || kept[name] !== undefined);
  for (const { table, owner } of parts.toReversed()) await tx.delete(table).where(eq(owner, id));
  for (const { name, table } of parts) {
    const rows = (kept?.[name] ?? []).map((row) => (name === itself.name ? { ...row, version } : row));
    for (const row of rows) await tx.insert(table).values(row);
  }
}

/** Follows what an extract writes: every record as it was before its first change, and as it was left. */
export class ChangeLog {
  private readonly before = new Map<
    string,
    { kind: RecordKind; id: string; unitId: UnitId; snapshot: Snapshot | null }
  >();
  private readonly tx: WriteTx;

  constructor(tx: WriteTx) {
    this.tx = tx;
  }

  async touch(kind: RecordKind, id: string, unitId: UnitId): Promise<void> {
    const name = `${kind} ${id}`;
    if (this.before.has(name)) return;
    this.before.set(name, { kind, id, unitId, snapshot: await snapshotOf(this.tx, kind, id) });
  }

  added(kind: RecordKind, id: string, unitId: UnitId): void {
    this.before.set(`${kind} ${id}`, { kind, id, unitId, snapshot: null });
  }

  async close(importId: ImportId, { newId }: Pick<Context, 'newId'>): Promise<void> {
    let position = 0;
    for (const { kind, id, unitId, snapshot } of this.before.values()) {
      position += 1;
      const after = await snapshotOf(this.tx, kind, id);
      await this.tx
        .insert(extractChange)
        .values({ id: newId(), importId, unitId, position, table: kind, rowId: id, before: snapshot, after });
    }
  }
}
