import { cashLines } from '#contract/reporting/cashFlow';
import type { ReturnContent } from '#contract/reporting/returns';
import { headings } from '#contract/words/headings';
import { cashStatement } from '../cashFlow.ts';
import { quarterPeriod } from '../periods.ts';
import { tidyRow, type TidyRow } from './tidyRow.ts';

const dollars = { en: 'dollars', fr: 'dollars' };

/** The cash flow, an amount a row; null where the return has none. A balance that rests on a forecast is partial. */
export function cashFlowTable(content: ReturnContent): readonly TidyRow[] | null {
  const statement = cashStatement(content);
  if (statement === null) return null;
  const { fiscalYear } = content.quarter;
  return statement.flow.quarters.flatMap(({ quarter, amounts, isExpected }) =>
    cashLines.map((line) => {
      const cents = amounts[line];
      const restsOnForecast = isExpected && (line === 'balance' || line === 'actual');
      return tidyRow({
        code: 'CASH',
        name: headings.cashFlowAndClaim,
        unitCode: null,
        period: quarterPeriod({ fiscalYear, quarter }),
        by: ['cash_flow', line],
        value: cents === null ? null : cents / 100,
        status: cents === null ? 'not_available' : restsOnForecast ? 'partial' : 'complete',
        version: content.framework.version,
        source: 'funding',
        measuredIn: dollars,
        cover: { covered: cents === null ? 0 : 1, asked: 1, of: 'agreements' },
        isMoney: true,
      });
    }),
  );
}
