import { asc, desc, eq, sql } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { ImportId, InvestigationId } from '#contract/ground/ids';
import type { ImportObstacle } from '#contract/intake/imports';
import { moveBeginning } from '../../casework/files/beginning.ts';
import { caseFileOf } from '../../casework/files/caseFile.ts';
import { anyId } from '../../ground/kernel/among.ts';
import { settleMonths, type MonthMove } from '../imports/months.ts';
import { referencesTo } from '../imports/references.ts';
import { bookFile } from '../../ledger/ledger/book.ts';
import { addToMonth } from '../../ledger/ledger/moveMonths.ts';
import { refileInvestigation, refileReferral } from '../../ledger/ledger/refile.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { extractChange, extractRecord } from '../../ground/schema/unit/imports.ts';
import { arrest, charge, investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { recordsOf } from '../../store/engineRecords.ts';
import { settleDue } from '../../casework/referrals/triage/settle.ts';
import { keepingDays, keepingSingle, type Reading } from '../extracts/keepReplaced.ts';
import { recounting, sumByMonth, type CountedFile } from '../extracts/recount.ts';
import { isUnchanged, putBack, snapshotOf, type RecordKind, type Snapshot } from '../extracts/snapshots.ts';

type Change = typeof extractChange.$inferSelect;

const kindOf = ({ table }: Change): RecordKind => table as RecordKind;
const beforeOf = ({ before }: Change): Snapshot | null => before as Snapshot | null;
const afterOf = ({ after }: Change): Snapshot | null => after as Snapshot | null;

export async function unitsOfExtract(tx: WriteTx, importId: ImportId): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ unitId: extractChange.unitId })
    .from(extractChange)
    .where(eq(extractChange.importId, importId));
  return rows.map(({ unitId }) => unitId);
}

/** The number that people know a record by: of an arrest or a charge, its file's. */
async function numberOf(db: ReadDb, { table, rowId }: Change): Promise<string> {
  const named = table === 'referral' ? referral : investigation;
  const fileId = table === 'referral' ? rowId : await fileIdOf(db, rowId);
  const [held] = await db
    .select({ number: named.number })
    .from(named)
    .where(eq(named.id, anyId(fileId)));
  return held?.number ?? '';
}

/** The file of a record, or of the record that an extract spoke of. */
async function fileIdOf(db: ReadDb, rowId: string): Promise<string> {
  const [said] = await db.select({ id: extractRecord.recordId }).from(extractRecord).where(eq(extractRecord.id, rowId));
  const recordId = said === undefined ? rowId : said.id;
  const [arrested] = await db
    .select({ id: arrest.investigationId })
    .from(arrest)
    .where(eq(arrest.id, anyId(recordId)));
  const [charged] = await db
    .select({ id: charge.investigationId })
    .from(charge)
    .where(eq(charge.id, anyId(recordId)));
  return (arrested ?? charged)?.id ?? recordId;
}

const shownKind = (kind: RecordKind): ImportObstacle['kind'] => (kind === 'extract_record' ? 'investigation' : kind);

type References = ReturnType<typeof referencesTo>;

/** A file that the extract opened can go only while nothing was added to it. */
async function isReferredTo(db: ReadDb, change: Change, references: References): Promise<boolean> {
  if (kindOf(change) !== 'investigation' || change.before !== null) return false;
  for (const { table, column } of references) {
    if (table === 'referral_investigation') continue;
    // Kept with the file, and compared with it.
    if (table === 'next_step' && afterOf(change)?.['steps'] !== undefined) continue;
    const found = await Promise.resolve(
      db.all(sql`SELECT 1 FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} = ${change.rowId} LIMIT 1`),
    );
    if (found.length > 0) return true;
  }
  return false;
}

/** On which day a file was open before an extract moved it; null of what else it wrote. */
function openedOnBefore(change: Change): CivilDate | null {
  const [row] = beforeOf(change)?.['investigation'] ?? [];
  return row === undefined ? null : (String(row['openedOn']) as CivilDate);
}

async function obstacleOf(
  db: ReadDb,
  change: Change,
  references: References,
): Promise<ImportObstacle['reason'] | null> {
  const now = await snapshotOf(db, kindOf(change), change.rowId);
  if (!isUnchanged(now, afterOf(change))) return change.table === 'extract_record' ? 'later_import' : 'changed_since';
  const openedBefore = openedOnBefore(change);
  if (
    openedBefore !== null &&
    (await recordsOf(db).offersOf([change.rowId])).some(({ proposedOn }) => proposedOn < openedBefore)
  )
    return 'changed_since';
  return (await isReferredTo(db, change, references)) ? 'is_referred_to' : null;
}

const mostNamed = 100;

/** What was done since with records that an extract wrote. */
export async function extractObstacles(db: ReadDb, importId: ImportId) {
  const changes = await db
    .select()
    .from(extractChange)
    .where(eq(extractChange.importId, importId))
    .orderBy(asc(extractChange.position));
  const references = referencesTo(['investigation_id', 'file_id']);
  const obstacles: ImportObstacle[] = [];
  let total = 0;
  for (const change of changes) {
    const reason = await obstacleOf(db, change, references);
    if (reason === null) continue;
    total += 1;
    if (obstacles.length === mostNamed) continue;
    const number = await numberOf(db, change);
    const kind = shownKind(kindOf(change));
    obstacles.push({ kind, id: change.rowId, number, unitId: change.unitId, reason });
  }
  return { obstacles, total };
}

/** The file of an arrest or a charge, which may be there no longer. */
function fileOfSingle(change: Change): CountedFile {
  const [row] = (beforeOf(change) ?? afterOf(change))?.[change.table] ?? [];
  return { id: String(row?.['investigationId']) as InvestigationId, unitId: change.unitId };
}

async function bookAgain(tx: WriteTx, change: Change): Promise<void> {
  const { rowId, unitId } = change;
  const kind = kindOf(change);
  if (kind !== 'investigation' && kind !== 'referral') return;
  const file = caseFileOf(kind, rowId);
  if (beforeOf(change) === null) await bookFile(tx, { ...file, unitId }, []);
  else if (file.kind === 'investigation') await refileInvestigation(tx, file.id);
  else {
    await refileReferral(tx, file.id);
    await settleDue(tx, file.id);
  }
}

/** Puts one record back; returns its changes to the monthly counts outside the ledger. */
async function takeBack(tx: WriteTx, change: Change, reading: Reading): Promise<readonly MonthMove[]> {
  const kind = kindOf(change);
  const { rowId: id } = change;
  const back = (): Promise<void> => putBack(tx, kind, id, beforeOf(change));
  if (kind === 'arrest' || kind === 'charge') {
    const isKept = change.before !== null || (await tx.$count(correction, eq(correction.recordId, id))) > 0;
    const keptBack = () => keepingSingle(tx, { record: kind, id }, back, reading);
    return recounting(tx, fileOfSingle(change), isKept ? keptBack : back);
  }
  const openedOn = openedOnBefore(change);
  if (openedOn === null) await back();
  else
    await keepingDays(
      tx,
      id as InvestigationId,
      async () => {
        await back();
        await moveBeginning(tx, id, openedOn, 'openedOn');
      },
      reading,
    );
  await bookAgain(tx, change);
  return [];
}

/** Puts every record back as it was, the last one first. Returns how many there were. */
export async function takeExtractBack(tx: WriteTx, importId: ImportId, job: Job, reading: Reading): Promise<number> {
  const changes = await tx
    .select()
    .from(extractChange)
    .where(eq(extractChange.importId, importId))
    .orderBy(desc(extractChange.position));
  const moves: MonthMove[] = [];
  for (const [index, change] of changes.entries()) {
    moves.push(...(await takeBack(tx, change, reading)));
    job.progress('writing', index + 1, changes.length);
    if (index % 200 === 0) await job.breathe();
  }
  for (const { unitId, measure, month, amount } of sumByMonth(moves))
    await addToMonth(tx, unitId, measure, month, amount);
  await settleMonths(tx, importId);
  return changes.filter(({ table }) => table !== 'extract_record').length;
}
