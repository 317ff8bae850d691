import type { InvestigationId } from '#contract/ground/ids';
import { desc, eq, sql } from 'drizzle-orm';
import type { WaitingState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { refileInvestigation } from '../../ledger/ledger/refile.ts';
import type { FileEvent } from '../../ledger/ledger/rules.ts';
import { investigation, investigationEvent } from '../../ground/schema/unit/investigations.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { settleFile } from '../referrals/triage/settle.ts';
import type { InvestigationRecord } from './rows.ts';

export async function heldInvestigation(
  tx: WriteTx,
  id: InvestigationId,
  version?: number,
): Promise<InvestigationRecord> {
  const [row] = await tx.select().from(investigation).where(eq(investigation.id, id));
  if (!row) throw new StoreFailure('not_found');
  if (version !== undefined && row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

export function requireOpen(row: InvestigationRecord): void {
  if (!row.open) throw new StoreFailure('conflict', 'state_not_allowed');
}

/** The date of the file's last fact: nothing may be dated before it. */
export function lastFact(row: InvestigationRecord): CivilDate {
  return row.concludedOn ?? row.waitingSince;
}

export interface FileChange {
  readonly kind: FileEvent;
  readonly on: CivilDate;
  readonly waiting: WaitingState;
  readonly waitingOn?: string | null;
  readonly reason?: string | undefined;
}

/** Writes one change: the row, its history and the ledger move together. Returns the new version. */
export async function changeInvestigation(
  tx: WriteTx,
  row: InvestigationRecord,
  change: FileChange,
  context: Context,
): Promise<number> {
  const isEnd = change.kind === 'concluded' || change.kind === 'transferred';
  const [{ position } = { position: 0 }] = await tx
    .select({ position: sql<number>`count(*)` })
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, row.id));
  await tx.insert(investigationEvent).values({
    id: context.newId(),
    investigationId: row.id,
    unitId: row.unitId,
    position: position + 1,
    on: change.on,
    at: context.clock.now(),
    kind: change.kind,
    waiting: isEnd ? null : change.waiting,
    waitingOn: change.waitingOn ?? null,
    userId: context.session.user.id,
    reason: change.reason ?? null,
  });
  await tx
    .update(investigation)
    .set({
      open: !isEnd,
      concludedOn: isEnd ? change.on : null,
      transferredOn: change.kind === 'transferred' ? change.on : null,
      waiting: change.waiting,
      waitingSince: change.on,
      waitingOn: change.waitingOn ?? null,
      version: row.version + 1,
    })
    .where(eq(investigation.id, row.id));
  await settleChange(tx, row.id);
  return row.version + 1;
}

export type FileEventRecord = typeof investigationEvent.$inferSelect;

/** The last two changes of a file: the one to put right, and the one that it followed. */
export async function lastChanges(
  tx: WriteTx,
  row: InvestigationRecord,
): Promise<readonly [FileEventRecord | undefined, FileEventRecord | undefined]> {
  const [last, before] = await tx
    .select()
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, row.id))
    .orderBy(desc(investigationEvent.position))
    .limit(2);
  return [last, before];
}

/** Takes the last change out of the history, as what was entered by mistake: the audit keeps both acts. Returns the new version. */
export async function takeLastOut(
  tx: WriteTx,
  row: InvestigationRecord,
  isMeant: (last: FileEventRecord) => boolean,
): Promise<number> {
  const [last, before] = await lastChanges(tx, row);
  if (last === undefined || !isMeant(last)) throw new StoreFailure('conflict', 'state_not_allowed');
  await tx.delete(investigationEvent).where(eq(investigationEvent.id, last.id));
  const version = row.version + 1;
  await tx
    .update(investigation)
    .set({
      open: true,
      concludedOn: null,
      transferredOn: null,
      waiting: last.kind === 'waiting' ? (before?.waiting ?? 'unassigned') : row.waiting,
      waitingSince: before?.on ?? row.openedOn,
      waitingOn: before?.waitingOn ?? null,
      version,
    })
    .where(eq(investigation.id, row.id));
  await settleChange(tx, row.id);
  return version;
}

/** What follows from a file's changes: its ledger, and the deadlines of its referrals. */
export async function settleChange(tx: WriteTx, id: InvestigationId): Promise<void> {
  await refileInvestigation(tx, id);
  await settleFile(tx, id);
}
