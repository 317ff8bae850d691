import type { Pillar } from '#contract/reporting/pillars';
import { spentByPillar, type YearByPillar } from '#contract/reporting/pillarSpending';
import type { ReturnContent } from '#contract/reporting/returns';

/** Spending by pillar as a report has it: from the first quarter of the fiscal year to `until`. */
export interface ReportedPillars {
  readonly until: number;
  readonly year: YearByPillar;
  readonly pillars: readonly Pillar[];
}

/** Of a return, up to the end of its quarter; null where no line names a pillar or says whether it goes to a project. */
export function pillarsOfReturn({
  funding,
  quarter: { fiscalYear, quarter },
}: Pick<ReturnContent, 'funding' | 'quarter'>): ReportedPillars | null {
  const { budget = [], pillars = [] } = funding ?? {};
  const isUsed = budget.some(({ pillar, toProject }) => (pillar ?? toProject ?? null) !== null);
  if (!isUsed) return null;
  const codes = pillars.map(({ code }) => code);
  return { until: quarter, year: spentByPillar(fiscalYear, budget, codes, quarter), pillars };
}
