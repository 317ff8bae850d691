import { eq } from 'drizzle-orm';
import { policeStatistic, type PoliceStatistic, type YearOfStatistics } from '#contract/casework/clearance';
import type { Bilingual } from '#contract/ground/common';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { toCsv } from '../../documents/files/csv.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { policeStatistics } from './count.ts';

const names: Readonly<Record<PoliceStatistic, Bilingual>> = {
  actual_incidents: { en: 'Actual incidents', fr: 'Affaires réelles' },
  unfounded: { en: 'Unfounded incidents', fr: 'Affaires non fondées' },
  percent_unfounded: { en: 'Percentage unfounded', fr: 'Pourcentage d’affaires non fondées' },
  total_cleared: { en: 'Total cleared', fr: 'Total, affaires classées' },
  cleared_by_charge: { en: 'Cleared by charge', fr: 'Classées par mise en accusation' },
  cleared_otherwise: { en: 'Cleared otherwise', fr: 'Classées sans mise en accusation' },
  total_persons_charged: { en: 'Total persons charged', fr: 'Total, personnes accusées' },
  adults_charged: { en: 'Adults charged', fr: 'Adultes accusés' },
  youth_charged: { en: 'Youth charged', fr: 'Jeunes accusés' },
  youth_not_charged: { en: 'Youth not charged', fr: 'Jeunes non accusés' },
};

const columns = ['unit_code', 'year', 'statistic_code', 'statistic_en', 'statistic_fr', 'value', 'status'] as const;

function rowsOf(unitCode: string, { year, values }: YearOfStatistics) {
  return policeStatistic.options.map((code) => ({
    unit_code: unitCode,
    year,
    statistic_code: code,
    statistic_en: names[code].en,
    statistic_fr: names[code].fr,
    value: code === 'percent_unfounded' ? percent(values[code]) : values[code],
    // The symbol of Statistics Canada for what cannot be told.
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
