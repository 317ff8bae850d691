import { eq } from 'drizzle-orm';
import { policeStatistic, type YearOfStatistics } from '#contract/casework/clearance';
import { codeWords } from '#contract/words/codes';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { toCsv } from '../../documents/files/csv.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { policeStatistics } from './count.ts';

const columns = ['unit_code', 'year', 'statistic_code', 'statistic_en', 'statistic_fr', 'value', 'status'] as const;

function rowsOf(unitCode: string, { year, values }: YearOfStatistics) {
  return policeStatistic.options.map((code) => ({
    unit_code: unitCode,
    year,
    statistic_code: code,
    statistic_en: codeWords.policeStatistic[code].en,
    statistic_fr: codeWords.policeStatistic[code].fr,
    value: code === 'percent_unfounded' ? percent(values[code]) : values[code],
    // The symbol of Statistics Canada for what is not available.
    status: values[code] === null ? '..' : '',
  }));
}

const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 1000) / 10);

export const clearanceActions: { readonly 'clearance.export': ActionHandler<'clearance.export'> } = {
  'clearance.export': async (context, { file, unitId, years }) => {
    const path = context.path(file);
    const [held] = await context.read.select().from(unit).where(eq(unit.id, unitId));
    if (!held) throw new StoreFailure('not_found');
    const counted = await policeStatistics(context.counted, unitId, years);
    const bytes = toCsv(
      columns,
      counted.flatMap((each) => rowsOf(held.code, each)),
    );
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: { subject: { kind: 'unit', id: unitId }, facts: { years: years.join(' ') } },
    });
    return {};
  },
};
