import { quarterOf, type FiscalYear, type Month } from '#contract/ground/dates';

/** Months under the fiscal years that they are in, in the order given. */
export function byFiscalYear(months: readonly Month[]): readonly (readonly [FiscalYear, readonly Month[]])[] {
  const years: [FiscalYear, Month[]][] = [];
  for (const month of months) {
    const { fiscalYear } = quarterOf(month);
    const last = years.at(-1);
    if (last?.[0] === fiscalYear) last[1].push(month);
    else years.push([fiscalYear, [month]]);
  }
  return years;
}
