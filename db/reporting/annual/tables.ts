import { fiscalYearName } from '#contract/ground/period';
import { quarterNumbers, type FiscalQuarter } from '#contract/ground/dates';
import { yearRestsOnForm, type AnnualContent, type AnnualQuarter } from '#contract/reporting/annual';
import type { CsvValue } from '../../documents/files/csv.ts';

export const annualColumns = [
  'indicator_code',
  'indicator_en',
  'indicator_fr',
  'unit_of_measure_en',
  'unit_of_measure_fr',
  'agreement_code',
  'fy',
  'quarter',
  'value',
  'status_code',
  'covered',
  'asked',
  'year_basis',
  'quarters_covered',
  'definition_changed',
  'return_version',
  'quarter_state',
  'unsigned',
] as const;
type Row = Readonly<Record<(typeof annualColumns)[number], CsvValue>>;

const missing = { value: null, status: 'not_available', covered: null, asked: null } as const;

function stateOf(quarters: readonly AnnualQuarter[], quarter: FiscalQuarter) {
  const found = quarters.find((each) => each.quarter === quarter);
  const without = found?.notDue ?? 'missing';
  return {
    return_version: found?.locked?.sequence ?? null,
    quarter_state: found?.locked ? 'locked' : without,
  };
}

/** One value a row: each quarter of each indicator, a missing one too, then the year's. */
export function annualRows({ agreement, fiscalYear, indicators, quarters }: AnnualContent): readonly Row[] {
  return indicators.flatMap((each) => {
    const facts = {
      indicator_code: each.code,
      indicator_en: each.name.en,
      indicator_fr: each.name.fr,
      unit_of_measure_en: each.unitOfMeasure.en,
      unit_of_measure_fr: each.unitOfMeasure.fr,
      agreement_code: agreement.code,
      fy: fiscalYearName(fiscalYear).en.replace('FY ', ''),
      year_basis: each.basis,
      definition_changed: each.definitionChanged ? 1 : 0,
    };
    const ofQuarters = quarterNumbers.map((quarter): Row => {
      const cell = each.cells.find((found) => found.quarter === quarter);
      const { value, status, covered, asked } = cell ?? missing;
      return {
        ...{ ...facts, quarter: `Q${quarter}`, value, status_code: status, covered, asked },
        quarters_covered: null,
        ...stateOf(quarters, quarter),
        unsigned: cell?.unsigned ? 1 : 0,
      };
    });
    const year: Row = {
      ...facts,
      quarter: null,
      value: each.value,
      status_code: each.status,
      covered: null,
      asked: null,
      quarters_covered: each.quarters,
      return_version: null,
      quarter_state: null,
      unsigned: yearRestsOnForm(each) ? 1 : 0,
    };
    return [...ofQuarters, year];
  });
}
