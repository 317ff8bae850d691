import {
  firstDayOf,
  lastDayOf,
  quarterMonths,
  quarterNumbers,
  type FiscalQuarter,
  type Quarter,
} from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import { addDays } from '../../ground/kernel/days.ts';
import type { DemonstrationDays } from './days.ts';

/** Cents of each quarter's advance, and so many days into the quarter it came. */
const advances = [
  [18_000_000, 19],
  [16_500_000, 13],
  [17_000_000, 14],
  [18_000_000, 12],
] as const;

/** Advances of each quarter, a claim that is not paid yet, and what was left of the year before; in cents. */
export function cashRows({ reportedQuarter, inYear, doneAfterQuarter }: DemonstrationDays): readonly FundingCells[] {
  const { fiscalYear, quarter: reported } = reportedQuarter;
  const rows = advances.map(([amount, after], index): FundingCells => {
    const quarter = (index + 1) as FiscalQuarter;
    const common = { quarter: `q${String(quarter)}`, amount };
    if (quarter > reported) return { ...common, kind: 'advance_forecast' };
    const [first] = quarterMonths({ fiscalYear, quarter });
    return { ...common, kind: 'advance', on: addDays(firstDayOf(first), after) };
  });
  const claim = {
    quarter: `q${String(reported)}`,
    kind: 'claim',
    amount: 2_240_000,
    on: doneAfterQuarter(6),
    noteEn: '(Fictitious) Overtime of the quarter.',
    noteFr: '(Fictif) Heures supplémentaires du trimestre.',
  };
  const left = { quarter: 'q1', kind: 'brought_forward', amount: 1_850_000, on: inYear(0, '04-01') };
  return [left, ...rows.slice(0, reported), claim, ...rows.slice(reported)].map((row, index) => ({
    code: `C-0${String(index + 1)}`,
    ...row,
  }));
}

function ofQuarter(reported: Quarter, quarter: FiscalQuarter): readonly FundingCells[] {
  const months = quarterMonths({ ...reported, quarter });
  const [from, to] = [firstDayOf(months[0]), lastDayOf(months[2])];
  const isSent = quarter < reported.quarter;
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
export function reportRows({ reportedQuarter }: DemonstrationDays): readonly FundingCells[] {
  const { fiscalYear } = reportedQuarter;
  const [first] = quarterMonths({ fiscalYear, quarter: 1 as FiscalQuarter });
  const [, , last] = quarterMonths({ fiscalYear, quarter: 4 as FiscalQuarter });
  const year = { periodFrom: firstDayOf(first), periodTo: lastDayOf(last), state: 'not_begun' };
  return [
    ...quarterNumbers.flatMap((quarter) => ofQuarter(reportedQuarter, quarter)),
    { ...year, code: 'N-1', kind: 'progress', dueOn: addDays(lastDayOf(last), 60), languages: 'both' },
    { ...year, code: 'V-1', kind: 'audited', dueOn: addDays(lastDayOf(last), 120), languages: 'en' },
  ];
}
