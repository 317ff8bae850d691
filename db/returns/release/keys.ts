import { addMonths, type Month, type Quarter } from '#contract/dates';
import { sha256 } from '../../kernel/signing.ts';

/** Whom a cell is of: a unit by its id, or a set of units, which is the same whichever agreement adds them up. */
export function subjectOf(unitIds: readonly string[]): string {
  const [first, ...others] = [...unitIds].sort();
  return first !== undefined && others.length === 0
    ? first
    : `sum ${sha256([...unitIds].sort().join(' ')).slice(0, 32)}`;
}

export function flowKey(subject: string, measure: string, period: Quarter | Month): string {
  const time = typeof period === 'string' ? period : `${period.fiscalYear}Q${period.quarter}`;
  return `${subject}|${measure}|${time}`;
}

/** The opening of a month is the closing of the month before: one cell. */
export function closingKey(subject: string, month: Month): string {
  return `${subject}|backlog|end of ${month}`;
}
export function openingKey(subject: string, month: Month): string {
  return closingKey(subject, addMonths(month, -1));
}

/**
 * What hiding a cell costs a reader: totals more than parts, the figures that are looked at first more than the rest.
 * It does not look at the value.
 */
export const costs = { term: 1, headline: 3, monthTotal: 6, total: 12 } as const;
