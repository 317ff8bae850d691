import type { Bilingual } from './common.ts';
import {
  firstDayOf,
  lastDayOf,
  previousQuarter,
  quarterMonths,
  type CivilDate,
  type Month,
  type Quarter,
} from './dates.ts';

/** A fiscal quarter with all that is read off it: made once and passed on. */
export interface Period {
  readonly quarter: Quarter;
  readonly months: readonly Month[];
  readonly lastMonth: Month;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  /** `2026-27` in English, `2026-2027` in French. */
  readonly year: Bilingual;
  /** `FY 2026-27 Q2`, `AF 2026-2027, T2`. */
  readonly name: Bilingual;
  /** `2026-2`, as an audit entry names it. */
  readonly id: string;
  readonly previous: Quarter;
}

export function periodOf(quarter: Quarter): Period {
  const { fiscalYear: first, quarter: number } = quarter;
  const months = quarterMonths(quarter);
  const year = {
    en: `${String(first)}-${String((first + 1) % 100).padStart(2, '0')}`,
    fr: `${String(first)}-${String(first + 1)}`,
  };
  return {
    quarter,
    months,
    lastMonth: months[2],
    firstDay: firstDayOf(months[0]),
    lastDay: lastDayOf(months[2]),
    year,
    name: { en: `FY ${year.en} Q${String(number)}`, fr: `AF ${year.fr}, T${String(number)}` },
    id: `${String(first)}-${String(number)}`,
    previous: previousQuarter(quarter),
  };
}
