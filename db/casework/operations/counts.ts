import { and, asc, between, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { OperationId, PartnerId, UnitId } from '#contract/ground/ids';
import type { CountedRow, OperationCounts, OperationFigure } from '#contract/casework/operations';
import type { Output } from '#contract/index';
import { device } from '../../ground/schema/unit/devices.ts';
import { arrest, charge, investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { operationFile } from '../../ground/schema/unit/operations.ts';
import { filePartner } from '../../ground/schema/unit/partners.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

interface Period {
  readonly operationId: OperationId;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The fields of a counted row, under one type whatever they are read from. */
function rowOf(
  kind: CountedRow['kind'],
  file: typeof investigation | typeof referral,
  on: SQL | typeof investigation.openedOn,
  count: SQL = sql`1`,
) {
  return {
    kind: sql<CountedRow['kind']>`${kind}`.as('kind'),
    id: sql<string>`${file.id}`.as('file_id'),
    number: sql<string>`${file.number}`.as('number'),
    unitId: sql<UnitId>`${file.unitId}`.as('unit_id'),
    on: sql<CivilDate>`${on}`.as('on_day'),
    count: sql<number>`${count}`.as('count'),
  };
}

function filesOf(db: ReadDb, operationId: OperationId) {
  return db
    .select({ id: operationFile.investigationId })
    .from(operationFile)
    .where(eq(operationFile.operationId, operationId));
}

/** The files of an operation, whenever they were opened. */
export function operationFiles(db: ReadDb, operationId: OperationId) {
  return db
    .select(rowOf('investigation', investigation, investigation.openedOn))
    .from(investigation)
    .where(inArray(investigation.id, filesOf(db, operationId)))
    .as('counted');
}

type Counted = ReturnType<typeof operationFiles>;

/** The files in which a service takes part, each once. */
export function partnerFiles(db: ReadDb, partnerId: PartnerId): Counted {
  return db
    .select(rowOf('investigation', investigation, sql`min(${filePartner.fromOn})`))
    .from(filePartner)
    .innerJoin(investigation, eq(investigation.id, filePartner.investigationId))
    .where(eq(filePartner.partnerId, partnerId))
    .groupBy(investigation.id, investigation.unitId, investigation.number)
    .as('counted');
}

/** Received in the period and linked to a file of the operation, each once. */
function receivedReferrals(db: ReadDb, { operationId, from, to }: Period): Counted {
  const linked = db
    .select({ id: referralInvestigation.referralId })
    .from(referralInvestigation)
    .where(inArray(referralInvestigation.investigationId, filesOf(db, operationId)));
  return db
    .select(rowOf('referral', referral, sql`${referral.receivedOn}`))
    .from(referral)
    .where(and(inArray(referral.id, linked), between(referral.receivedOn, from, to)))
    .as('counted');
}

interface Recorded {
  readonly table: typeof arrest | typeof charge | typeof device;
  readonly on: typeof arrest.arrestedOn | typeof charge.laidOn | typeof device.seizedOn | typeof device.examinedOn;
  readonly count?: SQL;
  readonly where?: SQL | undefined;
}

const notByMistake = sql`coalesce(${device.endReason}, '') <> 'entered_in_error'`;
const recorded = {
  arrests: { table: arrest, on: arrest.arrestedOn },
  charges: { table: charge, on: charge.laidOn, count: sql`${charge.counts}`, where: eq(charge.stage, 'laid') },
  devicesSeized: { table: device, on: device.seizedOn, count: sql`${device.count}`, where: notByMistake },
  devicesExamined: { table: device, on: device.examinedOn, count: sql`${device.count}`, where: notByMistake },
} satisfies Partial<Record<OperationFigure, Recorded>>;

/** What a figure counts in a period, read from the rows each time: a file tagged later brings its past with it. */
export function operationRows(db: ReadDb, figure: OperationFigure, period: Period): Counted {
  if (figure === 'referrals') return receivedReferrals(db, period);
  const files = filesOf(db, period.operationId);
  if (figure === 'filesOpened' || figure === 'filesConcluded') {
    const on = figure === 'filesOpened' ? investigation.openedOn : investigation.concludedOn;
    return db
      .select(rowOf('investigation', investigation, sql`${on}`))
      .from(investigation)
      .where(and(inArray(investigation.id, files), between(on, period.from, period.to)))
      .as('counted');
  }
  const { table, on, count, where }: Recorded = recorded[figure];
  return db
    .select(rowOf('investigation', investigation, sql`${on}`, count))
    .from(table)
    .innerJoin(investigation, eq(investigation.id, table.investigationId))
    .where(and(inArray(table.investigationId, files), between(on, period.from, period.to), where))
    .as('counted');
}

async function addUp(db: ReadDb, counted: Counted): Promise<{ length: number; total: number }> {
  const [row] = await db
    .select({ length: sql<number>`count(*)`, total: sql<number>`coalesce(sum(${counted.count}), 0)` })
    .from(counted);
  return { length: row?.length ?? 0, total: row?.total ?? 0 };
}

export async function countOperation(db: ReadDb, period: Period): Promise<OperationCounts> {
  const sum = async (figure: OperationFigure) => (await addUp(db, operationRows(db, figure, period))).total;
  return {
    referrals: await sum('referrals'),
    filesOpened: await sum('filesOpened'),
    filesConcluded: await sum('filesConcluded'),
    arrests: await sum('arrests'),
    charges: await sum('charges'),
    devicesSeized: await sum('devicesSeized'),
    devicesExamined: await sum('devicesExamined'),
  };
}

interface Page {
  readonly offset: number;
  readonly size: number;
}

/** A page of the rows in view, with what all of them count and what those out of sight do. */
export async function pageOfCounted(
  { db, counted }: { readonly db: ReadDb; readonly counted: ReadDb },
  rowsIn: (db: ReadDb) => Counted,
  { offset, size }: Page,
): Promise<Output<'operations.rows'>> {
  const seen = rowsIn(db);
  const rows = await db
    .select()
    .from(seen)
    .orderBy(desc(seen.on), asc(seen.number), asc(seen.id))
    .limit(size)
    .offset(offset);
  const { length, total } = await addUp(db, seen);
  return { rows, length, total, sealed: (await addUp(counted, rowsIn(counted))).total - total };
}
