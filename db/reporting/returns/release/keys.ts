import { addMonths, quarterMonths, type Month, type Quarter } from '#contract/ground/dates';
import { sha256 } from '../../../ground/kernel/signing.ts';
import { flows } from '../../indicators/figures.ts';

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

/** What is released by unit: counts of files, persons, devices and acts. An indicator that is named nowhere here is not in a release. */
const released: Readonly<Record<string, string>> = {
  ...Object.fromEntries(flows),
  R2: 'referrals_unique',
  B3: 'open_over_180',
};

/** Shares are computed from counts, which are released under these names; the rest is what is in neither. */
export const shares: Readonly<Record<string, Readonly<Record<'numerator' | 'denominator' | 'rest', string>>>> = {
  R3: { numerator: 'acted_in_time', denominator: 'acted_or_late', rest: 'acted_late' },
};

/** What an indicator counts in a period, by the name under which it is released; null of one that is not such a count. */
export function measureOf(code: string): string | null {
  return released[code] ?? null;
}

/** The key of an indicator's cell; null where it is not released as a count. */
export function countKey(code: string, subject: string, quarter: Quarter): string | null {
  const [first, , last] = quarterMonths(quarter);
  if (code === 'B1') return openingKey(subject, first);
  if (code === 'B2') return closingKey(subject, last);
  const flow = measureOf(code);
  return flow === null ? null : flowKey(subject, flow, quarter);
}

/**
 * What hiding a cell costs a reader: totals more than parts, the figures that are looked at first more than the rest.
 * It does not look at the value.
 */
export const costs = { term: 1, category: 2, headline: 3, monthTotal: 6, total: 12 } as const;
