import { amendmentsOf } from '#contract/reporting/amendments';
import type { AnnualContent } from '#contract/reporting/annual';
import { markup } from '../../documents/page/markup.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { amendmentSheets, amendmentTable } from '../funding/amendmentTable.ts';
import { pillarPage, pillarSheets } from '../funding/pillarTable.ts';

/** Spending by pillar, of each year that has it, and the amendments; nothing where the returns say nothing of them. */
export function fundingPart(
  years: readonly Pick<AnnualContent, 'pillars'>[],
  { amendments: rows = [] }: Pick<AnnualContent, 'amendments'>,
): ReportPart {
  const reported = years.flatMap(({ pillars }) => pillars ?? []);
  const amendments = amendmentsOf(rows);
  return {
    page: (language) => {
      const tables = [...reported.map((each) => pillarPage(each, language)), amendmentTable(amendments, language)];
      return tables.every((each) => each === null) ? null : markup`${tables}`;
    },
    sheets: [...pillarSheets(reported), ...amendmentSheets(amendments)],
  };
}
