import { and, isNotNull, isNull } from 'drizzle-orm';
import { quarterMonths, type Quarter } from '#contract/ground/dates';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';

/** What of a correction is counted, also where its words are sealed. */
export const facts = pick(correction, 'at', 'months', 'reviewDueAt', 'reviewedAt');
type Row = Pick<typeof correction.$inferSelect, keyof typeof facts>;

export const isIn = (quarter: Quarter) => {
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
