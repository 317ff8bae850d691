import { and, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Output } from '#contract/index';
import { quarterMonths, type FiscalQuarter, type FiscalYear, type Quarter } from '#contract/ground/dates';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { correction, isToReview, issuedPack } from '../../ground/schema/unit/corrections.ts';

/** From the id of a period: `2026-2`. */
function quarterOfId(id: string): Quarter {
  const [year, number] = id.split('-').map(Number);
  return { fiscalYear: year as FiscalYear, quarter: number as FiscalQuarter };
}

/** What of a correction is counted, also where its words are sealed. */
const facts = pick(correction, 'at', 'months', 'reviewDueAt', 'reviewedAt');
type Row = Pick<typeof correction.$inferSelect, keyof typeof facts>;

const isIn = (quarter: Quarter) => {
  const months: ReadonlySet<string> = new Set(quarterMonths(quarter));
  return (row: Row): boolean => row.months.some((month) => months.has(month));
};

/** Corrections that count in a quarter, wait for the look of a second person, and have not had it. */
export async function notReviewedIn(counted: ReadDb, quarter: Quarter): Promise<number> {
  const rows = await counted
    .select(facts)
    .from(correction)
    .where(and(isNotNull(correction.reviewDueAt), isNull(correction.reviewedAt)));
  return rows.filter(isIn(quarter)).length;
}

/** The quarters of which a pack was given before facts of theirs were corrected: the figures there are no longer those of the records. */
export async function correctedSince(db: ReadDb, counted: ReadDb): Promise<Output<'packs.preview'>['corrected']> {
  const issued = await db.select().from(issuedPack);
  if (issued.length === 0) return [];
  const first = Math.min(...issued.map(({ exportedAt }) => exportedAt));
  const rows = await counted.select(facts).from(correction).where(gt(correction.at, first));
  return issued
    .map(({ quarter: id, exportedAt }) => {
      const quarter = quarterOfId(id);
      const moved = rows.filter((row) => row.at > exportedAt).filter(isIn(quarter));
      const notReviewed = moved.filter(isToReview).length;
      return { quarter, corrections: moved.length, notReviewed };
    })
    .filter(({ corrections }) => corrections > 0)
    .sort((a, b) => a.quarter.fiscalYear - b.quarter.fiscalYear || a.quarter.quarter - b.quarter.quarter);
}
