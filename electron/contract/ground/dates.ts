import { z } from 'zod';

/** A calendar day without a zone, `YYYY-MM-DD`; 31 February is refused. */
export const civilDate = z.iso
  .date()
  .refine((day) => day >= '1900-01-01', { error: 'before_1900' })
  .brand<'CivilDate'>();
export type CivilDate = z.infer<typeof civilDate>;

/** How well a day is known that is not known to the day; `between`: from one day to another. */
export const datePrecision = z.enum(['month', 'quarter', 'year', 'between', 'unknown']);
export type DatePrecision = z.infer<typeof datePrecision>;

/** Beside the first day on which something may have been: the last one, and what is known of it. Null where the day is known. */
export const uncertainDay = z.object({ latest: civilDate, precision: datePrecision }).nullable();
export type UncertainDay = z.infer<typeof uncertainDay>;

/** A calendar month, `YYYY-MM`. */
export const month = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
  .brand<'Month'>();
export type Month = z.infer<typeof month>;

/** The first calendar year of a Canadian fiscal year (April to March): 2026 is FY 2026-27. */
export const fiscalYear = z.int().min(1900).max(2098).brand<'FiscalYear'>();
export type FiscalYear = z.infer<typeof fiscalYear>;

export const fiscalQuarter = z.int().min(1).max(4).brand<'FiscalQuarter'>();
export type FiscalQuarter = z.infer<typeof fiscalQuarter>;

export const quarterNumbers: readonly FiscalQuarter[] = [1, 2, 3, 4].map((number) => fiscalQuarter.parse(number));

export const quarter = z.object({ fiscalYear, quarter: fiscalQuarter });
export type Quarter = z.infer<typeof quarter>;

export function monthOf(day: CivilDate): Month {
  return day.slice(0, 7) as Month;
}

export function addMonths(start: Month, count: number): Month {
  const index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** Every month from `first` to `last`, both included; empty where `last` comes first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let current = first; current <= last; current = addMonths(current, 1)) months.push(current);
  return months;
}

export function firstDayOf(value: Month): CivilDate {
  return `${value}-01` as CivilDate;
}

export function lastDayOf(value: Month): CivilDate {
  const day = new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5)), 0)).getUTCDate();
  return `${value}-${String(day)}` as CivilDate;
}

export function quarterOf(value: Month): Quarter {
  const year = Number(value.slice(0, 4));
  const fiscalMonth = (Number(value.slice(5)) + 8) % 12;
  return {
    fiscalYear: (Number(value.slice(5)) >= 4 ? year : year - 1) as FiscalYear,
    quarter: (Math.floor(fiscalMonth / 3) + 1) as FiscalQuarter,
  };
}

export function quarterMonths(value: Quarter): readonly [Month, Month, Month] {
  const first = addMonths(`${String(value.fiscalYear)}-04` as Month, (value.quarter - 1) * 3);
  return [first, addMonths(first, 1), addMonths(first, 2)];
}

/** Greater for a later quarter. */
export const quarterRank = ({ fiscalYear, quarter: part }: Quarter): number => fiscalYear * 4 + part;

export function previousQuarter(value: Quarter): Quarter {
  return quarterOf(addMonths(quarterMonths(value)[0], -1));
}
