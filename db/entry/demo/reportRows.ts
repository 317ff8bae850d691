import {
  firstDayOf,
  lastDayOf,
  quarterMonths,
  quarterNumbers,
  type FiscalQuarter,
  type FiscalYear,
} from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import { addDays } from '../../ground/kernel/days.ts';

/** Advances of each quarter, a claim that is not paid yet, and what was left of the year before; in cents. */
export const cashRows: readonly FundingCells[] = [
  { code: 'C-01', quarter: 'q1', kind: 'brought_forward', amount: 1_850_000, on: '2026-04-01' },
  { code: 'C-02', quarter: 'q1', kind: 'advance', amount: 18_000_000, on: '2026-04-20' },
  { code: 'C-03', quarter: 'q2', kind: 'advance', amount: 16_500_000, on: '2026-07-14' },
  {
    code: 'C-04',
    quarter: 'q2',
    kind: 'claim',
    amount: 2_240_000,
    on: '2026-10-06',
    noteEn: '(Fictitious) Overtime of August.',
    noteFr: '(Fictif) Heures supplémentaires d’août.',
  },
  { code: 'C-05', quarter: 'q3', kind: 'advance_forecast', amount: 17_000_000 },
  { code: 'C-06', quarter: 'q4', kind: 'advance_forecast', amount: 18_000_000 },
];

function ofQuarter(fiscalYear: FiscalYear, quarter: FiscalQuarter): readonly FundingCells[] {
  const months = quarterMonths({ fiscalYear, quarter });
  const [from, to] = [firstDayOf(months[0]), lastDayOf(months[2])];
  const isSent = quarter === 1;
  const common = {
    periodFrom: from,
    periodTo: to,
    languages: 'both',
    state: isSent ? 'sent' : 'not_begun',
    sentOn: isSent ? addDays(to, 24) : null,
  };
  return [
    { ...common, code: `P-${String(quarter)}`, kind: 'performance', dueOn: addDays(to, 60) },
    { ...common, code: `C-${String(quarter)}`, kind: 'cash_flow', dueOn: addDays(to, 45) },
  ];
}

/** What one agreement asks for in a fiscal year: not everything by quarter, and the audited statement in one language. */
export function reportRows(fiscalYear: FiscalYear): readonly FundingCells[] {
  const [first] = quarterMonths({ fiscalYear, quarter: 1 as FiscalQuarter });
  const [, , last] = quarterMonths({ fiscalYear, quarter: 4 as FiscalQuarter });
  const year = { periodFrom: firstDayOf(first), periodTo: lastDayOf(last), state: 'not_begun' };
  return [
    ...quarterNumbers.flatMap((quarter) => ofQuarter(fiscalYear, quarter)),
    { ...year, code: 'N-1', kind: 'progress', dueOn: addDays(lastDayOf(last), 60), languages: 'both' },
    { ...year, code: 'V-1', kind: 'audited', dueOn: addDays(lastDayOf(last), 120), languages: 'en' },
  ];
}
