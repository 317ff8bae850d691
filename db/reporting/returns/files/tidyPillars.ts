import { fiscalQuarter } from '#contract/ground/dates';
import type { PillarSpending } from '#contract/reporting/pillarSpending';
import type { ReturnContent } from '#contract/reporting/returns';
import { dollarsName, pillarCodes, shareName } from '../../funding/pillarTable.ts';
import { pillarsOfReturn } from '../../funding/reportedPillars.ts';
import { quarterPeriod } from '../periods.ts';
import { tidyRow, type TidyRow } from './tidyRow.ts';

type Spending = Omit<PillarSpending, 'pillar'>;

function statusOf(value: number | null, { entered, asked }: Spending): string {
  if (value === null) return 'not_available';
  return entered < asked ? 'partial' : 'complete';
}

/** Spending by pillar from the first day of the fiscal year to the last of the quarter; null where nothing is said of pillars. */
export function pillarTable(content: ReturnContent): readonly TidyRow[] | null {
  const reported = pillarsOfReturn(content);
  if (reported === null) return null;
  const { fiscalYear } = content.quarter;
  const { period_start: first } = quarterPeriod({ fiscalYear, quarter: fiscalQuarter.parse(1) });
  const rowsOf = (spending: Spending, by?: readonly [string, string]): readonly TidyRow[] => {
    const facts = {
      unitCode: null,
      period: { ...quarterPeriod(content.quarter), period_start: first },
      ...(by && { by }),
      version: content.framework.version,
      source: 'funding',
      cover: { covered: spending.entered, asked: spending.asked, of: 'quarters' as const },
    };
    const { spent, toProjects, elsewhere, notSaid, share } = spending;
    const amount = (code: keyof typeof pillarCodes, cents: number | null): TidyRow =>
      tidyRow({
        ...facts,
        ...{ code, name: pillarCodes[code], value: cents === null ? null : cents / 100, isMoney: true },
        ...{ status: statusOf(cents, spending), measuredIn: dollarsName },
      });
    const whole = tidyRow({
      ...facts,
      ...{ code: 'PILLAR_SHARE', name: pillarCodes.PILLAR_SHARE, value: share },
      ...{ status: statusOf(share, spending), measuredIn: shareName },
    });
    return [
      amount('PILLAR_SPENT', spent),
      amount('PILLAR_PROJECTS', toProjects),
      amount('PILLAR_ELSEWHERE', elsewhere),
      amount('PILLAR_NOT_ENTERED', notSaid),
      share === null || spent === null || toProjects === null
        ? whole
        : { ...whole, numerator: { cents: toProjects }, denominator: { cents: spent } },
    ];
  };
  const { rows, total } = reported.year;
  return [...rows.flatMap(({ pillar, ...each }) => rowsOf(each, ['pillar', pillar ?? noPillar])), ...rowsOf(total)];
}

/** Lines that name no pillar, as `category_code` has them. */
export const noPillar = 'no_pillar';
