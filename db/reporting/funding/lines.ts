import type { AgreementId } from '#contract/ground/ids';
import { and, asc, eq } from 'drizzle-orm';
import type { YearOfLine } from '#contract/reporting/spending';
import { budgetLine } from '../../ground/schema/coordination/funding.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

export type BudgetLine = typeof budgetLine.$inferSelect;

export function budgetLines(
  db: Pick<ReadDb, 'select'>,
  agreementId: AgreementId,
  fiscalYear: number,
): Promise<BudgetLine[]> {
  return db
    .select()
    .from(budgetLine)
    .where(and(eq(budgetLine.agreementId, agreementId), eq(budgetLine.fiscalYear, fiscalYear)))
    .orderBy(asc(budgetLine.code));
}

/** The four quarters of a line, in cents. */
export function quartersOf(line: BudgetLine) {
  return [
    { forecast: line.q1Forecast, actual: line.q1Actual, why: { en: line.q1WhyEn, fr: line.q1WhyFr } },
    { forecast: line.q2Forecast, actual: line.q2Actual, why: { en: line.q2WhyEn, fr: line.q2WhyFr } },
    { forecast: line.q3Forecast, actual: line.q3Actual, why: { en: line.q3WhyEn, fr: line.q3WhyFr } },
    { forecast: line.q4Forecast, actual: line.q4Actual, why: { en: line.q4WhyEn, fr: line.q4WhyFr } },
  ] as const;
}

export function yearOfLine(line: BudgetLine): YearOfLine {
  return { budget: line.budget, quarters: quartersOf(line) };
}
