import { and, asc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import type { ImportId } from '#contract/ground/ids';
import type { ImportObstacle } from '#contract/intake/imports';
import { ledgerEntry } from '../../ground/schema/unit/ledger.ts';
import { identifier } from '../../ground/schema/unit/persons.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { takeMonthsBack } from '../imports/months.ts';
import { referencesTo } from '../imports/references.ts';

/** Obstacles that are named; more are counted only. */
const mostNamed = 100;

interface Found {
  readonly obstacles: readonly ImportObstacle[];
  readonly total: number;
}

async function findObstacles(
  db: Pick<ReadDb, 'select'>,
  importId: ImportId,
  reason: ImportObstacle['reason'],
  where: SQL,
): Promise<Found> {
  const matching = and(eq(referral.importId, importId), where);
  const rows = await db
    .select({ id: referral.id, number: referral.number, unitId: referral.unitId })
    .from(referral)
    .where(matching)
    .orderBy(asc(referral.number))
    .limit(mostNamed);
  const [count] = await db
    .select({ total: sql<number>`count(*)` })
    .from(referral)
    .where(matching);
  return {
    obstacles: rows.map((row) => ({ kind: 'referral', ...row, unitId: row.unitId, reason })),
    total: count?.total ?? 0,
  };
}

/** What was done with referrals of an import since: each would be lost with them. */
export async function referralObstacles(
  db: Pick<ReadDb, 'select' | 'all'>,
  importId: ImportId,
  importedAt: number,
): Promise<Found> {
  const untouched = eq(referral.version, 1);
  const heads = sql`${referral.id} IN (SELECT bundled_under FROM referral WHERE bundled_under IS NOT NULL)`;
  const found = [
    await findObstacles(db, importId, 'changed_since', ne(referral.version, 1)),
    await findObstacles(db, importId, 'heads_a_bundle', sql`${untouched} AND ${heads}`),
  ];
  for (const { table, column } of referencesTo(['referral_id', 'file_id'])) {
    // What came with the import goes with it; one that was added or changed since is somebody's work.
    const since = table === 'identifier' ? sql`WHERE version > 1 OR entered_at <> ${importedAt}` : sql``;
    const referred = sql`${referral.id} IN (SELECT ${sql.identifier(column)} FROM ${sql.identifier(table)} ${since})`;
    found.push(await findObstacles(db, importId, 'is_referred_to', sql`${untouched} AND ${referred}`));
  }
  return {
    obstacles: found.flatMap(({ obstacles }) => obstacles).slice(0, mostNamed),
    total: found.reduce((sum, { total }) => sum + total, 0),
  };
}

const atOnce = 400;

/** Removes an import's referrals, their histories and their entries, in pieces between which other calls run. */
export async function removeReferrals(tx: WriteTx, importId: ImportId, job: Job): Promise<number> {
  const rows = await tx.select({ id: referral.id }).from(referral).where(eq(referral.importId, importId));
  const ids = rows.map(({ id }) => id);
  for (let first = 0; first < ids.length; first += atOnce) {
    const piece = ids.slice(first, first + atOnce);
    await tx.delete(ledgerEntry).where(inArray(ledgerEntry.fileId, piece));
    await tx.delete(identifier).where(inArray(identifier.fileId, piece));
    await tx.delete(referralEvent).where(inArray(referralEvent.referralId, piece));
    await tx.delete(referral).where(inArray(referral.id, piece));
    job.progress('writing', first + piece.length, ids.length);
    await job.breathe();
  }
  await takeMonthsBack(tx, importId);
  return ids.length;
}
