import { isNotNull } from 'drizzle-orm';
import { quarterMonths, type Quarter } from '#contract/ground/dates';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { correction, isNotReviewed } from '../../ground/schema/unit/corrections.ts';

/** What of a correction is counted, also where its words are sealed. */
export const facts = pick(correction, 'at', 'months', 'reviewDueAt', 'reviewedAt', 'reviewedBy', 'by');
type Row = Pick<typeof correction.$inferSelect, keyof typeof facts>;

export const isIn = (quarter: Quarter) => {
  const months: ReadonlySet<string> = new Set(quarterMonths(quarter));
  return (row: Row): boolean => row.months.some((month) => months.has(month));
};

/** Corrections that count in a quarter, were to have the look of a second person, and have not had it. */
export async function notReviewedIn(counted: ReadDb, quarter: Quarter): Promise<number> {
  const rows = await counted.select(facts).from(correction).where(isNotNull(correction.reviewDueAt));
  return rows.filter(isNotReviewed).filter(isIn(quarter)).length;
}
