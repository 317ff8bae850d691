import { and, desc, eq } from 'drizzle-orm';
import type { Quarter } from '#contract/dates';
import type { AgreementId, ReturnId } from '#contract/ids';
import { returnContent, type LockedReturn, type ReturnContent } from '#contract/returns';
import { user } from '../schema/common/people.ts';
import { fundingReturn } from '../schema/coordination/returns.ts';
import type { ReadDb } from '../store/types.ts';

export interface Snapshot {
  readonly locked: LockedReturn;
  readonly content: ReturnContent;
}

const columns = {
  id: fundingReturn.id,
  agreementId: fundingReturn.agreementId,
  fiscalYear: fundingReturn.fiscalYear,
  quarter: fundingReturn.quarter,
  lockedAt: fundingReturn.lockedAt,
  lockedBy: user.displayName,
  auditHead: fundingReturn.auditHead,
  contentHash: fundingReturn.contentHash,
};

interface Row {
  readonly id: string;
  readonly agreementId: string;
  readonly fiscalYear: number;
  readonly quarter: number;
  readonly lockedAt: number;
  readonly lockedBy: string | null;
  readonly auditHead: string;
  readonly contentHash: string;
}

function lockedOf({
  id,
  agreementId,
  fiscalYear,
  quarter,
  lockedAt,
  lockedBy,
  auditHead,
  contentHash,
}: Row): LockedReturn {
  return {
    id: id as ReturnId,
    agreementId: agreementId as AgreementId,
    quarter: { fiscalYear, quarter } as Quarter,
    lockedAt,
    lockedBy: lockedBy ?? '',
    auditHead,
    contentHash,
  };
}

export async function listLocked(db: ReadDb): Promise<LockedReturn[]> {
  const rows = await db
    .select(columns)
    .from(fundingReturn)
    .leftJoin(user, eq(user.id, fundingReturn.lockedBy))
    .orderBy(desc(fundingReturn.fiscalYear), desc(fundingReturn.quarter), desc(fundingReturn.lockedAt));
  return rows.map(lockedOf);
}

async function snapshotWhere(db: ReadDb, where: ReturnType<typeof and>): Promise<Snapshot | null> {
  const [row] = await db
    .select({ ...columns, content: fundingReturn.content })
    .from(fundingReturn)
    .leftJoin(user, eq(user.id, fundingReturn.lockedBy))
    .where(where);
  return row ? { locked: lockedOf(row), content: returnContent.parse(JSON.parse(row.content)) } : null;
}

export function findLocked(db: ReadDb, agreementId: AgreementId, quarter: Quarter): Promise<Snapshot | null> {
  return snapshotWhere(
    db,
    and(
      eq(fundingReturn.agreementId, agreementId),
      eq(fundingReturn.fiscalYear, quarter.fiscalYear),
      eq(fundingReturn.quarter, quarter.quarter),
    ),
  );
}

export function getLocked(db: ReadDb, id: ReturnId): Promise<Snapshot | null> {
  return snapshotWhere(db, and(eq(fundingReturn.id, id)));
}
