import { and, desc, eq, getTableColumns, max } from 'drizzle-orm';
import { quarterRank, type Quarter } from '#contract/ground/dates';
import type { AgreementId, ReturnId } from '#contract/ground/ids';
import { returnContent, type LockedReturn, type ReturnContent } from '#contract/reporting/returns';
import { user } from '../../ground/schema/common/people.ts';
import { fundingReturn } from '../../ground/schema/coordination/returns.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

export interface Snapshot {
  readonly locked: LockedReturn;
  readonly content: ReturnContent;
  /** The content as it was locked, which its hash is of: what later versions of Vigie added to `content` is not in it. */
  readonly stored: unknown;
}

const { content, ...facts } = getTableColumns(fundingReturn);
const columns = { ...facts, lockedBy: user.displayName };

type Row = Omit<typeof fundingReturn.$inferSelect, 'content' | 'lockedBy'> & { readonly lockedBy: string | null };

function lockedOf({ fiscalYear, quarter, ...row }: Row): LockedReturn {
  return {
    id: row.id,
    agreementId: row.agreementId,
    quarter: { fiscalYear, quarter },
    sequence: row.sequence,
    lockedAt: row.lockedAt,
    lockedBy: row.lockedBy ?? '',
    auditHead: row.auditHead,
    contentHash: row.contentHash,
  };
}

/**
 * Newest quarters first, then what was locked last; of one return its latest version comes first, also where the clock was set back
 * between two of them.
 */
export function newestFirst(returns: readonly LockedReturn[]): LockedReturn[] {
  const nameOf = ({ agreementId, quarter }: LockedReturn): string => `${quarterRank(quarter)} ${agreementId}`;
  const last = new Map<string, number>();
  for (const each of returns) last.set(nameOf(each), Math.max(each.lockedAt, last.get(nameOf(each)) ?? 0));
  const lastOf = (each: LockedReturn): number => last.get(nameOf(each)) ?? 0;
  return returns.toSorted(
    (a, b) =>
      quarterRank(b.quarter) - quarterRank(a.quarter) ||
      lastOf(b) - lastOf(a) ||
      (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : b.sequence - a.sequence),
  );
}

export async function listLocked(db: ReadDb): Promise<LockedReturn[]> {
  const rows = await db.select(columns).from(fundingReturn).leftJoin(user, eq(user.id, fundingReturn.lockedBy));
  return newestFirst(rows.map(lockedOf));
}

/** The latest version of those that are meant. */
async function snapshotWhere(db: ReadDb, where: ReturnType<typeof and>): Promise<Snapshot | null> {
  const [row] = await db
    .select({ ...columns, content })
    .from(fundingReturn)
    .leftJoin(user, eq(user.id, fundingReturn.lockedBy))
    .where(where)
    .orderBy(desc(fundingReturn.sequence))
    .limit(1);
  if (!row) return null;
  const stored: unknown = JSON.parse(row.content);
  return { locked: lockedOf(row), content: returnContent.parse(stored), stored };
}

const ofQuarter = (agreementId: AgreementId, quarter: Quarter) =>
  and(eq(fundingReturn.agreementId, agreementId), isOfQuarter(fundingReturn, quarter));

/** The version locked last, or the one of `sequence`; null where there is none. */
export function findLocked(
  db: ReadDb,
  agreementId: AgreementId,
  quarter: Quarter,
  sequence?: number,
): Promise<Snapshot | null> {
  const where = ofQuarter(agreementId, quarter);
  return snapshotWhere(db, sequence === undefined ? where : and(where, eq(fundingReturn.sequence, sequence)));
}

/** How many versions are locked. */
export async function latestSequence(db: ReadDb, agreementId: AgreementId, quarter: Quarter): Promise<number> {
  const [row] = await db
    .select({ sequence: max(fundingReturn.sequence) })
    .from(fundingReturn)
    .where(ofQuarter(agreementId, quarter));
  return row?.sequence ?? 0;
}

export function getLocked(db: ReadDb, id: ReturnId): Promise<Snapshot | null> {
  return snapshotWhere(db, eq(fundingReturn.id, id));
}
