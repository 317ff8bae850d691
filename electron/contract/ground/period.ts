import type { Bilingual } from './common.ts';
import {
  firstDayOf,
  lastDayOf,
  previousQuarter,
  quarterMonths,
  type CivilDate,
  type FiscalYear,
  type Month,
  type Quarter,
} from './dates.ts';

/** `2026-27` in English, `2026-2027` in French. */
export const yearsOf = (first: FiscalYear): Bilingual => ({
  en: `${String(first)}-${String((first + 1) % 100).padStart(2, '0')}`,
  fr: `${String(first)}-${String(first + 1)}`,
});

/** `FY 2026-27`, `2026-2027 (exercice)`. */
export function fiscalYearName(first: FiscalYear): Bilingual {
  const { en, fr } = yearsOf(first);
  return { en: `FY ${en}`, fr: `${fr} (exercice)` };
}

/** `FY 2026-27 Q2`, `T2 2026-2027 (exercice)`. */
export function quarterName({ fiscalYear, quarter }: Quarter): Bilingual {
  const { en, fr } = fiscalYearName(fiscalYear);
  return { en: `${en} Q${String(quarter)}`, fr: `T${String(quarter)} ${fr}` };
}

/** On a page no line ends inside the name of a quarter, save before its parenthesis. */
export function unbroken(name: string): string {
  return name.replace(/ (?!\()/g, '\u00a0').replaceAll('-', '\u2011');
}

/** A fiscal quarter with all that is read off it: made once and passed on. */
export interface Period {
  readonly quarter: Quarter;
  readonly months: readonly Month[];
  readonly lastMonth: Month;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly year: Bilingual;
  readonly name: Bilingual;
  /** `2026-2`, as an audit entry names it. */
  readonly id: string;
  readonly previous: Quarter;
}

export function periodOf(quarter: Quarter): Period {
  const { fiscalYear: first, quarter: number } = quarter;
  const months = quarterMonths(quarter);
  return {
    quarter,
    months,
    lastMonth: months[2],
    firstDay: firstDayOf(months[0]),
    lastDay: lastDayOf(months[2]),
    year: yearsOf(first),
    name: quarterName(quarter),
    id: `${String(first)}-${String(number)}`,
    previous: previousQuarter(quarter),
  };
}
