import { and, desc, eq } from 'drizzle-orm';
import { annualContent, type AnnualContent, type LockedAnnual } from '#contract/reporting/annual';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { user } from '../../ground/schema/common/people.ts';
import { annualReport } from '../../ground/schema/coordination/annual.ts';
import type { Year } from './texts.ts';

/** What pages and tables are made from: a locked version, or the year as it is now. */
export interface AnnualPaper {
  /** Null of a draft. */
  readonly locked: LockedAnnual | null;
  readonly content: AnnualContent;
}

export interface AnnualSnapshot extends AnnualPaper {
  readonly locked: LockedAnnual;
  /** As it was locked, which its hash is of. */
  readonly stored: unknown;
}

/** The version locked last; null where there is none. */
export async function findAnnual(db: ReadDb, { agreementId, fiscalYear }: Year): Promise<AnnualSnapshot | null> {
  const [found] = await db
    .select({ row: annualReport, by: user.displayName })
    .from(annualReport)
    .leftJoin(user, eq(user.id, annualReport.lockedBy))
    .where(and(eq(annualReport.agreementId, agreementId), eq(annualReport.fiscalYear, fiscalYear)))
    .orderBy(desc(annualReport.sequence))
    .limit(1);
  if (!found) return null;
  const { id, sequence, lockedAt, auditHead, contentHash, content } = found.row;
  const stored: unknown = JSON.parse(content);
  return {
    locked: { id, agreementId, fiscalYear, sequence, lockedAt, lockedBy: found.by ?? '', auditHead, contentHash },
    content: annualContent.parse(stored),
    stored,
  };
}
